// The words of what works in a place.
import { defineStrings } from '../../pages/strings/index.ts'

export const worksStrings = defineStrings('works', {
  en: {
    villages: 'Villages',
    title: (name: string) => `What works in ${name} now`,
    service: 'What',
    state: 'Now',
    said: 'Who said so',
    services: { landline: 'Landline', mobile: 'Mobile', road: 'Road', power: 'Power' },
    states: { works: 'Works', out: 'Does not work', 'not-known': 'Not known' },
    keep: 'As it was',
    nobody: 'Nobody has said',
    by: (by: string, since: string, place: string) => `${by}, ${since}, for ${place}`,
    until: (until: string) => `believed until ${until}`,
    say: 'Say what works',
    hours: 'For how many hours do you believe it?',
    hoursHint: 'Leave it empty: until somebody says otherwise',
    hoursWrong: 'Enter a whole number of hours from 1 to 336',
    nothing: 'Choose what works or does not',
    save: 'Save',
    outTitle: 'What does not work now',
    inText: { landline: 'landlines', mobile: 'mobiles', road: 'roads', power: 'power' },
    out: (what: readonly string[]) => `out: ${what.join(', ')}.`,
    instead: {
      door: 'People there are visited, not rung.',
      radio: 'People there are reached by radio or through the hub.',
      noRoad: 'Nobody can drive there: who cannot be rung is reached by radio or through the hub.',
      otherPhone: 'Who has no other phone is visited.',
    },
    outHere: (what: string, place: string, since: string) =>
      `${what} does not work in ${place}, said ${since}`,
    phonesOut:
      'Phones are out here: people are visited, and where no road leads reached by ' +
      'radio or through the hub. Nobody here is rung until a phone works again.',
  },
})
