// The words of the list behind a figure.
import { defineStrings, plural } from '../../pages/strings/index.ts'

const many = (n: number, one: string, other: string) => plural(n, { one, other })

export const membersWords = defineStrings('members', {
  en: {
    title: 'The list behind a figure',
    /** Every part after the number is one condition of the filter. */
    sentence: (shown: string, noun: string, parts: string) => `${shown} ${noun}${parts}`,
    what: (campaign: string, sentence: string) => `${campaign}: ${sentence}`,
    states: {
      reached: 'reached',
      tried: 'tried, no answer yet',
      untried: 'not yet tried',
      excused: 'excused',
      open: 'waiting: not yet tried, or tried without an answer',
    },
    steps: {
      listed: 'on the list',
      contact: 'with a phone or email',
      'tried-once': 'tried at least once',
      reached: 'reached',
      asked: 'asked what they need',
      need: 'with a need',
      met: 'with every need met',
    },
    safety: {
      'safe-now': 'safe now',
      'at-risk': 'at risk: soon no longer known to be safe',
      'not-known': 'not known to be safe now',
    },
    inPlace: (place: string) => `in ${place}`,
    inUnknown: 'whose place is not known',
    streetUnknown: 'on no street that we know',
    because: (reason: string) => `because: ${reason}`,
    next: (next: string) => `whose next step is: ${next}`,
    nextNone: 'without a next step',
    waited: (days: number) =>
      days === 0 ? 'waiting under 1 day' : `waiting ${days} whole ${many(days, 'day', 'days')}`,
    waitedOver: (days: number) => `waiting more than ${days} ${many(days, 'day', 'days')}`,
    inRound: (round: number) => `in round ${round}`,
    asKnown: (at: string) => `As known at ${at}.`,
    everyone: 'listed',
    columns: {
      who: 'Who',
      where: 'Where',
      state: 'State',
      waiting: 'On the list',
      tries: 'Tries',
      next: 'Next',
    },
    fileColumns: {
      street: 'Street',
      village: 'Village',
      reason: 'Because',
      days: 'Days on the list',
      nextAt: 'Next on',
    },
    erased: 'Erased',
    nobody: 'Nobody: the list is empty.',
    pages: (page: string, pages: string) => `Page ${page} of ${pages}`,
    paging: { label: 'Pages of this list', previous: 'Previous page', next: 'Next page' },
    recorded: 'That you looked at this list is recorded.',
  },
})
