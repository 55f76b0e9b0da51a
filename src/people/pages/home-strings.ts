// The words of choosing somebody's home from those that are known.
import { defineStrings } from '../../pages/strings/index.ts'

export const homeStrings = defineStrings('people-home', {
  en: {
    show: 'Show the homes there',
    which: 'Which home is it?',
    more: 'Only the first are shown. Type more of the address to see fewer.',
    or: 'or',
    asTyped: 'None of these: keep the address as it is typed',
    none:
      'No home is known there. Check the postcode, or save the address as it is typed: somebody ' +
      'who knows the place is then asked where it is.',
    save: 'Save',
  },
})
