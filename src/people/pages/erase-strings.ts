// The words of erasing somebody for good.
import { defineStrings, plural } from '../../pages/strings/index.ts'

export const eraseStrings = defineStrings('people erase', {
  en: {
    erase: 'Erase a person',
    body: 'Every name, number, address and note about them is deleted for good. Figures stay.',
    volunteer: 'A volunteer is erased on their own page.',
    number: 'Record number',
    numberHint: 'It stands on the person’s page, such as P 4172',
    numberWrong: 'Enter the number of a record that has not been erased',
    next: 'Show what would go',
    noName: 'No name known',
    goes: 'What goes for good',
    goesName: 'Their name, date of birth, address and NHS number',
    goesWays: (phones: string, emails: string) => `Phones: ${phones}. Emails: ${emails}`,
    goesEntries: (n: number, shown: string) =>
      `The words of ${shown} ${plural(n, { one: 'entry', other: 'entries' })} of the record: ` +
      'what was said, needed and planned',
    goesRecord: 'The joined record',
    stays: 'Counts stay as they are, without a name. Nobody can undo this.',
    sure: 'I have made sure that this is the right person, and that the law asks for it',
    notSure: 'Tick the box to say that you have made sure',
    button: 'Erase for good',
    other: 'Enter another number',
    done: (number: string) => `Record P ${number} was erased.`,
  },
})
