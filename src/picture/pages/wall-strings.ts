// The words of the sheet that hangs in the village hall.
import { defineStrings, plural } from '../../pages/strings/index.ts'

const many = (n: number, one: string, other: string) => plural(n, { one, other })

export const wallWords = defineStrings('wall', {
  en: {
    title: 'Sheet for the village hall',
    what: (village: string) => `${village}, sheet for the village hall`,
    how: 'Made for one sheet of paper: print it with your browser, Ctrl and P.',
    head: (village: string) => `How far are we in ${village}?`,
    lead: (campaign: string) => `${campaign}. Everybody on our lists, counted once.`,
    parts: {
      reached: 'Reached',
      tried: 'Tried, no answer yet',
      untried: 'Not yet tried',
      excused: 'Excused, with a reason',
      listed: 'On the list',
    },
    notShown: 'not shown',
    untaken: (n: number) =>
      n === 0
        ? 'Every street has somebody.'
        : `${n} ${many(n, 'street has', 'streets have')} nobody. Will you take one?`,
    noPromise: 'No promise is due today.',
    fewPromises: 'A few promises are due today.',
    promises: (n: number, shown: string) =>
      `${shown} ${many(n, 'promise is', 'promises are')} due today.`,
    nextPromise: (when: string) => `The next one ${when}.`,
    zones: 'Zone by zone',
    states: {
      untried: { letter: 'N', word: 'somebody is not yet tried.' },
      tried: { letter: 'T', word: 'everybody is tried, not all have answered.' },
      done: { letter: 'R', word: 'nobody is left to reach.' },
      none: { letter: '–', word: 'few or none on the list.' },
    },
    shelter:
      'No names and no addresses stand here. A count under 5 is not shown, to protect people; ' +
      'nor is one from which it could be worked out.',
    ask: 'Somebody needs help, or you want to take a street? Ask the village coordinator.',
  },
})
