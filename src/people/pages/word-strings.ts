// The words about the doorstep word.
import { defineStrings } from '../../pages/strings/index.ts'

export const wordStrings = defineStrings('people.word', {
  en: {
    word: 'Doorstep word',
    none: 'They have chosen none.',
    what: 'Whoever rings or comes says it, so that they know it is us.',
    change: 'Change it',
    newWord: 'The word that they choose (empty: none)',
    save: 'Save the word',
    set: 'Doorstep word told',
  },
  cy: {
    word: 'Gair drws',
    none: 'Nid ydynt wedi dewis un.',
    what:
      'Bydd pwy bynnag sy’n ffonio neu’n galw yn ei ddweud, fel eu bod yn gwybod mai ni ' +
      'sydd yno.',
    change: 'Newid',
    newWord: 'Y gair maen nhw’n ei ddewis (gwag: dim un)',
    save: 'Cadw’r gair',
    set: 'Dywedwyd y gair drws',
  },
})
