// The words of how a council writes to residents through GOV.UK Notify.
import { defineStrings } from '../../pages/strings/index.ts'

export const notifyStrings = defineStrings('messages-notify', {
  en: {
    title: 'GOV.UK Notify, for messages to residents',
    lead: 'Texts and emails of campaigns go out through your council’s service at GOV.UK Notify.',
    none: 'It is not set up. Texts wait; emails go through the mail server, if there is one.',
    noneKept:
      'It is not set up. This is practice: what would go out is shown on the message’s page.',
    set: (texts: boolean, emails: boolean) =>
      `It is set up for ${texts && emails ? 'texts and emails' : texts ? 'texts' : 'emails'}.`,
    locked:
      'It is set up, but the key that seals it is missing. Put secrets.key back, or set it again.',
    key: 'API key',
    keyHint: 'As Notify shows it once: a name and two long numbers. It is not shown again here.',
    text: 'Template for texts',
    textHint: 'Its id. Its words must be ((body)) and nothing else.',
    email: 'Template for emails',
    emailHint: 'Its id. Its subject must be ((subject)) and its words ((body)).',
    wrong: {
      apiKey: 'Enter the whole API key: a name and two long numbers',
      textTemplate: 'Enter the id of a template, like f33517ff-2a88-4f6e-b855-c550268ce08a',
      emailTemplate: 'Enter the id of a template, like f33517ff-2a88-4f6e-b855-c550268ce08a',
      nothing: 'Enter a template for texts, for emails, or for both',
    },
    save: 'Save the service',
    remove: 'Take Notify away',
    nowTitle: 'Give this to Notify now',
    nowLead: 'It is shown once. Enter it there under API integration, Callbacks.',
    receipts: 'Address for delivery receipts',
    replies: 'Address for received text messages',
    token: 'Bearer token for both',
    back: 'Back to messages',
  },
})
