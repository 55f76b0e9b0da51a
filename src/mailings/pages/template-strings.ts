// The words of what we say to residents, and of what is wrong with a wording.
import { defineStrings } from '../../pages/strings/index.ts'

export const templateStrings = defineStrings('mailing-templates', {
  en: {
    title: 'What we say',
    lead: 'A wording keeps its versions: what somebody was sent stays on the record.',
    none: 'There is nothing yet.',
    add: 'Add a wording',
    edit: (name: string) => `Change “${name}”`,
    name: 'Name',
    nameHint: 'Staff see it, residents do not.',
    channel: 'By which way',
    subject: { en: 'Subject in English', cy: 'Subject in Welsh' },
    subjectHint: 'Texts have none.',
    body: { en: 'Words in English', cy: 'Words in Welsh' },
    bodyHint:
      'You may write {name} and {council}. Never say what somebody may need: whoever holds the ' +
      'phone reads it.',
    save: 'Save',
    version: (n: string) => `Version ${n}`,
    wrong: {
      name: 'Enter a name of at most 80 letters',
      channel: 'Choose by which way',
      missing: 'Enter the words',
      'no-subject': 'Enter a subject',
      'too-long': 'Shorten the words: a text has at most 918 letters, a letter 3,000',
      'unknown-gap': 'Only {name} and {council} can be filled in',
    },
    namesNeed: (word: string) =>
      `Take out “${word}”. It says what somebody may need, and others may read it.`,
  },
})
