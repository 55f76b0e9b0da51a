// The words of the pre-election period and of filling in the agreement.
import { defineStrings } from '../../pages/strings/index.ts'

export const rulesStrings = defineStrings('access-rules', {
  en: {
    title: 'Election and agreement',
    quiet: 'Officers only, before an election',
    quietLead: 'While it lasts every councillor’s access rests. Nothing of it is lost.',
    quietNow: (from: string, until: string) => `Set from ${from} until ${until}.`,
    quietNone: 'None is set.',
    quietButton: 'Set this period',
    quietRemove: 'Remove this period',
    last: 'Last day',
    lastHint: 'Like 7 5 2026.',
    bothMissing: 'Enter the last day',
    agreement: 'Agreement with village groups',
    agreementLead:
      'Each coordinator reads and accepts it before anything is shown. If you change it, ' +
      'everybody is asked again.',
    controller: 'Who is the controller?',
    breachNumber: 'Number to ring when something is lost or seen, at any hour',
    returnTo: 'To whom is paper returned?',
    insurance: 'How are volunteers insured?',
    loneWorking: 'What holds for working alone?',
    ageMin: 'How old must they be?',
    ageHint: 'In whole years, 16 or more.',
    agreementButton: 'Use this agreement',
    agreementNone: 'It is not filled in: no village group can see anything yet.',
    accepted: (shown: string) => `${shown} accepted this version.`,
    textMissing: 'Fill this in',
    ageWrong: 'Enter a number from 16 to 99',
    same: 'Nothing is changed: this version is in use',
    preview: 'What they read now',
  },
})
