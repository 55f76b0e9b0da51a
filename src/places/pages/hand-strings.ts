// The words of the page that hands a street to somebody.
import { defineStrings, plural } from '../../pages/strings/index.ts'

export const handStrings = defineStrings('places.hand', {
  en: {
    title: 'Who looks after it?',
    villages: 'Villages',
    headline: (street: string) => `Who looks after ${street}?`,
    now: (name: string) => `${name} looks after it now.`,
    nobodyNow: 'Nobody looks after it now.',
    who: 'Hand it to',
    hint: 'People who look after a street here, or were given work in this village.',
    choose: 'Choose somebody',
    nobody: 'Nobody: show it as a gap',
    holds: (name: string, n: number) =>
      `${name}, ${n} ${plural(n, { one: 'street', other: 'streets' })} now`,
    effect: 'Their name stands beside it at once. Promises made to people there stay as they are.',
    button: 'Save',
    wrong: 'Choose who looks after it',
  },
})
