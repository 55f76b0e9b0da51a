// The words of parting two records, of what nobody can say whose it is, and of being kept apart.
import { defineStrings, plural } from '../../pages/strings/index.ts'

export const partStrings = defineStrings('people part', {
  en: {
    title: 'Part two records',
    headline: (from: string, into: string) => `Are ${from} and ${into} two people after all?`,
    body: (when: string) =>
      `They were joined ${when}. Parted, each has exactly what was theirs before. What happened ` +
      'since goes where its own evidence says.',
    joined: 'Joined records',
    joinedFrom: (n: number, shown: string) =>
      `${shown} joined ${plural(n, { one: 'record', other: 'records' })}`,
    record: (number: string) => `P ${number}`,
    open: 'Part them again',
    goes: {
      from: (name: string) => `Goes to ${name}`,
      into: (name: string) => `Stays with ${name}`,
      both: 'Holds for both, to be safe',
      review: 'Nobody can say: it waits to be judged',
    },
    nothing: 'Nothing happened since.',
    why: {
      'own-record': 'recorded of this one',
      'own-number': 'their own number was rung',
      'own-list': 'only they are on that list',
      'with-attempt': 'heard in that call',
      'with-need': 'for that need',
      'with-correction': 'with the number that came then',
      'only-listed': 'only they were to be rung',
      'before-joining': 'it was before they were joined',
      cautious: 'nobody knows of whom it was said',
      'nothing-says': 'nothing says of whom it is',
    },
    reason: 'Why they are two people',
    reasonHint: 'Others must be able to follow it',
    reasonMissing: 'Say why they are two people',
    keepApart: 'Keep them apart: do not ask again on the same facts',
    willDo: 'Nothing is lost. They can be joined again.',
    save: 'Part the two records',
    back: 'Back to the person',
    strays: 'Whose is it?',
    straysHeadline: (n: number, shown: string) =>
      `${shown} ${plural(n, { one: 'thing waits', other: 'things wait' })} to be given back`,
    straysNone: 'Nothing waits to be given back',
    straysWait: (n: number, shown: string) =>
      `${shown} ${plural(n, { one: 'thing', other: 'things' })} of parted records: whose?`,
    straysBody:
      'Two records were parted, and nothing says to which of them this belongs. Until somebody ' +
      'does, a call counts as tried and not as reached, so both are rung again.',
    straysCaption: 'What waits, the oldest first',
    what: 'What',
    when: 'When',
    whose: 'Whose is it?',
    theirs: (name: string, number: string) => `${name}, P ${number}`,
    settled: 'Saved. It is where you said.',
    apart: 'Kept apart',
    apartBody: (by: string, when: string) => `Two people, said ${by}, ${when}.`,
    apartBecause: {
      judged: 'A pair was judged.',
      parted: 'Their records were parted.',
      'held-row': 'A row of a list was somebody else.',
    },
    apartEnd: 'Take it back',
    apartWhy: 'Why they may be one person',
    apartSave: 'May be asked again',
    straysHere: (n: number, shown: string) =>
      `${shown} ${plural(n, { one: 'thing', other: 'things' })} here may be somebody else’s`,
  },
})
