// The words of asking for a village's jobs all at once.
import { defineStrings, plural } from '../../pages/strings/index.ts'

const jobsOf = (n: number, shown: string) => `${shown} ${plural(n, { one: 'job', other: 'jobs' })}`

export const proposeStrings = defineStrings('proposing volunteers', {
  en: {
    title: 'Whom to ask, all at once',
    headline: (n: number, shown: string, village: string) =>
      `${village}: ${jobsOf(n, shown)} can be asked for.`,
    leftOver: (n: number, shown: string) =>
      `${jobsOf(n, shown)} ${plural(n, { one: 'is', other: 'are' })} left over.`,
    more: (shown: string, total: string) => `The first ${shown} of ${total}, the soonest first.`,
    none: 'No job waits for anybody.',
    choose: 'For which village?',
    fair: (volunteers: number, most: number, idle: number) =>
      `${plural(volunteers, { one: '1 volunteer is', other: `${volunteers} volunteers are` })} ` +
      `asked, for at most ${jobsOf(most, `${most}`)} each. ${idle} of them had no job in 4 weeks.`,
    caption: 'Whom to ask for which job',
    job: 'Job',
    ask: 'Ask',
    why: 'Why',
    whom: (nth: number, job: string) => `Volunteer ${nth} for ${job}`,
    nobody: 'Nobody for now',
    next: 'Each is asked now. Those with the app get an e-mail; ring the others.',
    askAll: 'Ask all of these',
    askedNow: (n: number, shown: string) =>
      plural(n, { one: '1 volunteer was asked.', other: `${shown} were asked.` }),
    notAsked: (n: number, shown: string) =>
      plural(n, { one: '1 was not:', other: `${shown} were not:` }) +
      ' something had changed meanwhile. They are proposed anew below.',
    leftTitle: 'Left over',
    leftWhy: 'Why',
    leftReasons: {
      'nobody-may': 'Nobody near here may do it now.',
      busy: 'Whoever may has enough with the jobs above.',
      'no-second': 'Two must go, and there is one at most.',
    },
    noVolunteers: 'No volunteer lives near here. Ask the next village, or pass it up.',
    link: (n: number, shown: string) =>
      plural(n, { one: 'Ask somebody for it', other: `Ask for all ${shown} at once` }),
  },
})
