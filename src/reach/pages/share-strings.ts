// The words of sharing out the calls of a day.
import { defineStrings, plural } from '../../pages/strings/index.ts'

const many = (n: number, one: string, other: string) => plural(n, { one, other })

export const shareStrings = defineStrings('reach.share', {
  en: {
    campaigns: 'Campaigns',
    title: 'Share out today’s calls',
    headline: (n: number, shown: string) =>
      `${shown} ${many(n, 'call is', 'calls are')} due today.`,
    room: (shown: string) => `Those ringing have room for ${shown}.`,
    nobodyYet: 'Nobody has been given any yet.',
    standing: (open: string, anybody: string, time: string) =>
      `Shared out at ${time}: ${open} still with a caller, ${anybody} anybody’s.`,
    why: 'Why they are due',
    calls: 'Calls',
    parts: {
      promised: 'Promised',
      first: 'Never tried',
      again: 'To try again',
      runOut: 'Reached before, to be asked again',
    },
    due: 'Due today',
    nobodyIsGiven:
      'Nobody is held back. Whoever has no calls of their own takes the next that nobody has.',
    who: 'Who rings today?',
    whoHint:
      'A call goes to somebody who may ring there, speaks the language and works at the promised ' +
      'time. Those of one home stay together.',
    left:
      'Somebody has gone? Untick them and share out again: their calls go to the others, who ' +
      'keep theirs.',
    others: (n: number) => `${n} more who may ring`,
    rings: 'Rings today',
    roomLabel: 'Calls',
    from: 'From',
    to: 'To',
    languages: 'Languages besides English',
    has: (open: string, given: string) => `${open} of ${given} still to ring`,
    upTo: 'How many?',
    upTos: {
      room: 'What there is room for, the most urgent first. The rest is anybody’s.',
      all: 'All that are due, in proportion',
    },
    share: 'Share out',
    wrong: {
      nobody: 'Tick at least one person who rings today',
      room: (name: string) => `${name}: enter a whole number of calls, from 0 to 1,000`,
      from: (name: string) => `${name}: enter when they begin, like 09:00`,
      to: (name: string) => `${name}: enter when they end, like 17:00`,
      order: (name: string) => `${name}: the end must be after the beginning`,
    },
    done: (given: number, shown: string, left: string) =>
      `${shown} ${many(given, 'call was', 'calls were')} shared out. ${left} left for anybody.`,
    nobodySpeaks: (n: number, shown: string) =>
      `${shown} ${many(n, 'needs', 'need')} a language that nobody ringing speaks: ` +
      'ask for an interpreter.',
    nobodyMayWork: (n: number, shown: string) =>
      `${shown} ${many(n, 'belongs', 'belong')} to a campaign that nobody who rings today may ` +
      'work, or not while it lasts.',
    atRest: 'Not rung today',
    begins: (title: string, day: string) => `${title} begins on ${day}.`,
    over: (title: string, day: string) => `${title} was until ${day}.`,
    outOfHours: (n: number, shown: string) =>
      `${shown} ${many(n, 'was', 'were')} promised a call when nobody rings: ` +
      'ask somebody to stay.',
    doneTitle: 'Shared out',
  },
})
