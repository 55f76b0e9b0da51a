// The words of the page on which a script is written.
import { defineStrings } from '../../pages/strings/index.ts'

export const scriptStrings = defineStrings('reach.script', {
  en: {
    campaigns: 'Campaigns',
    title: 'Script',
    heading: (title: string) => `What callers say: ${title}`,
    lead:
      'A new version is what callers see from their next call. A call that has begun keeps the ' +
      'version that it began with, and each call records its own.',
    lines: 'In English',
    linesHint:
      'One line for each thing to say, 3 to 12 of them. {caller} and {council} are filled in.',
    welsh: 'In Welsh',
    welshHint: 'Shown for people who speak Welsh. Leave it empty, and they get the English.',
    save: 'Save as a new version',
    versions: 'Versions',
    version: (n: number) => `Version ${n}`,
    now: 'Callers see this now',
    by: (name: string, when: string) => `${name}, ${when}`,
    ofPack: 'Came with the hazard pack',
    noWelsh: 'Not written in Welsh',
    saved: (n: number) => `Saved. Callers see version ${n} from their next call.`,
    wrong: {
      lines: 'Write 3 to 12 lines, each of at most 300 letters',
      welsh: 'Write 3 to 12 lines in Welsh, each of at most 300 letters, or none',
      same: 'Change something first: this is what callers say now',
      gaps: 'Only {caller} and {council} can be filled in',
      behind: 'Somebody else saved a version meanwhile. Yours is kept here: look at theirs first.',
    },
  },
})
