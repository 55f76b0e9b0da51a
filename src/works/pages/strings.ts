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
  cy: {
    villages: 'Pentrefi',
    title: (name: string) => `Beth sy’n gweithio yn ${name} nawr`,
    service: 'Beth',
    state: 'Nawr',
    said: 'Pwy ddywedodd hynny',
    services: { landline: 'Llinell tir', mobile: 'Ffôn symudol', road: 'Ffordd', power: 'Trydan' },
    states: { works: 'Yn gweithio', out: 'Ddim yn gweithio', 'not-known': 'Ddim yn hysbys' },
    keep: 'Fel yr oedd',
    nobody: 'Nid oes neb wedi dweud',
    by: (by: string, since: string, place: string) => `${by}, ${since}, ar gyfer ${place}`,
    until: (until: string) => `credir tan ${until}`,
    say: 'Dweud beth sy’n gweithio',
    hours: 'Am faint o oriau y credwch hynny?',
    hoursHint: 'Gadewch yn wag: nes i rywun ddweud fel arall',
    hoursWrong: 'Rhowch nifer cyfan o oriau o 1 i 336',
    nothing: 'Dewiswch beth sy’n gweithio neu ddim',
    save: 'Cadw',
    outTitle: 'Beth nad yw’n gweithio nawr',
    inText: {
      landline: 'llinellau tir',
      mobile: 'ffonau symudol',
      road: 'ffyrdd',
      power: 'trydan',
    },
    out: (what: readonly string[]) => `ddim yn gweithio: ${what.join(', ')}.`,
    instead: {
      door: 'Ymwelir â phobl yno, ni ffonnir nhw.',
      radio: 'Cyrhaeddir pobl yno trwy radio neu drwy’r ganolfan.',
      noRoad:
        'Ni all neb yrru yno: pwy na ellir eu ffonio, cyrhaeddir nhw trwy radio neu ' +
        'drwy’r ganolfan.',
      otherPhone: 'Ymwelir â phwy sydd heb ffôn arall.',
    },
    outHere: (what: string, place: string, since: string) =>
      `${what}: ddim yn gweithio yn ${place}, dywedwyd ${since}`,
    phonesOut:
      'Nid yw’r ffonau’n gweithio yma: ymwelir â phobl, a lle nad oes ffordd yn arwain ' +
      'cyrhaeddir nhw trwy radio neu drwy’r ganolfan. Ni ffonnir neb yma nes i ffôn weithio eto.',
  },
})
