// The words of opening a record in an emergency, and of judging it afterwards.
import { defineStrings, plural } from '../../pages/strings/index.ts'

export const openingStrings = defineStrings('openings', {
  en: {
    open: 'Open a record in an emergency',
    openLead:
      'For a person outside your work, when waiting would harm somebody. The record is open to ' +
      'you for 60 minutes, to read. The data protection officer is told at once, all that you ' +
      'see is noted, and it is reviewed within 2 working days.',
    reference: 'Reference or record number, if you know it',
    name: 'Or the full name',
    nameHint: 'Given name and family name, exactly',
    born: 'with the date of birth',
    address: 'or the postcode or first line of the address',
    extent: 'What do you need?',
    extents: { person: 'This person', address: 'Everybody at this address' },
    reason: 'Why?',
    why: 'What has happened?',
    whyHint: 'The data protection officer reads it. At least 10 letters.',
    button: 'Open the record now',
    passkey: 'Prove with your passkey that it is you: your device asks when you press the button.',
    passkeyStopped: 'Your device gave no passkey. Nothing was opened. Try again.',
    passkeyScript: 'You have a passkey, so this page needs JavaScript to ask for it.',
    askedMissing: 'Enter a reference, or a full name with a date of birth or an address',
    bornWrong: 'Enter a real date of birth, like 17 9 1948',
    reasonMissing: 'Choose why',
    whyMissing: 'Say what has happened, in at least 10 letters',
    passkeyMissing: 'Prove with your passkey that it is you',
    foundNone: 'No one record fits. Check what you entered: each wrong try is noted.',

    opened: 'The record is open',
    openUntil: (at: string) => `It is open to you until ${at}, to read.`,
    show: (number: string) => `Open record ${number}`,
    end: 'I have finished: close it now',

    openings: 'Records opened in an emergency',
    lead:
      'Staff may open one record outside their work for 60 minutes. Each must be reviewed ' +
      'within 2 working days.',
    waiting: (shown: string, late: string) =>
      `Waiting for review: ${shown}. Over the 2 working days: ${late}.`,
    administrators: (shown: string) =>
      `Emergency access of a system administrator (${shown} waiting)`,
    none: 'None was opened.',
    who: 'Who',
    nameErased: 'Name erased',
    whyRow: 'What they wrote',
    erased: 'Erased',
    openedAt: 'Opened',
    endedAt: 'Ended',
    ends: 'Ends',
    extentRow: 'What was open',
    looks: 'Looks under it',
    looked: (shown: string, n: number) => `${shown} ${plural(n, { one: 'look', other: 'looks' })}`,
    secondFactor: 'Second factor',
    factors: { yes: 'Passkey', no: 'None: the person has no passkey' },
    due: 'Review by the end of',
    overdue: 'Overdue',
    stillOpen: 'It can be reviewed when it has ended.',
    own: 'It is your own: another data protection officer must review it.',
    finding: 'Was it in order?',
    findings: { 'in-order': 'It was in order', 'not-in-order': 'It was not in order' },
    findingMissing: 'Choose whether it was in order',
    note: 'Note',
    review: 'Save the review',
    reviewed: (by: string, at: string, finding: string) => `${finding}. Reviewed by ${by}, ${at}.`,
    tries: 'Tries that fitted nobody',
    triesLead: 'Somebody asked for a record that no one person fits. Nothing was shown.',
    tryLine: (who: string, at: string) => `${who}, ${at}`,
  },
})
