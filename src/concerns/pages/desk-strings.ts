// The words of setting the safeguarding desk.
import { defineStrings } from '../../pages/strings/index.ts'

export const deskStrings = defineStrings('concerns desk', {
  en: {
    title: 'Safeguarding desk',
    lead: 'Every worry goes to these people. Late, it climbs: owner, deputy, every officer.',
    none: 'Nobody is set yet: every hub manager answers.',
    owner: 'Owner',
    ownerHint: 'Answers in the hours of the desk',
    deputy: 'Deputy',
    deputyHint: 'Answers outside the hours, and when the owner is late',
    choose: 'Choose somebody',
    number: 'Out-of-hours number',
    numberHint: 'Shown to everybody who is worried while the desk is closed',
    opens: 'Opens at',
    closes: 'Closes at',
    timeHint: 'Like 09:00',
    days: 'Open on',
    dayNames: {
      1: 'Monday',
      2: 'Tuesday',
      3: 'Wednesday',
      4: 'Thursday',
      5: 'Friday',
      6: 'Saturday',
      7: 'Sunday',
    },
    save: 'Save the desk',
    saved: 'Saved. They answer from now on.',
    ownerWrong: 'Choose an owner from the list',
    deputyWrong: 'Choose a deputy from the list',
    deputySame: 'Choose a deputy who is not the owner',
    opensWrong: 'Enter when the desk opens, like 09:00',
    closesWrong: 'Enter when the desk closes, later than it opens, like 17:00',
    daysMissing: 'Choose at least one day',
    numberWrong: 'Enter a phone number, like 01632 960001',
  },
})
