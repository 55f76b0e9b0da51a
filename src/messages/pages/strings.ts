// The words of what Doorstep sent, and of the mail server that it sends through.
import { defineStrings } from '../../pages/strings/index.ts'

export const messagesStrings = defineStrings('messages', {
  en: {
    title: 'Messages',
    keptTitle: 'Messages that would have gone out',
    keptLead: 'This is a practice council without a mail server, so messages stay here.',
    sentLead: 'Once a message is sent, its address and words are not kept.',
    lockedLead:
      'The mail server is set, but the key of its password is missing. Put secrets.key back, or ' +
      'set the server again. Until then messages wait.',
    nobodyLead: 'There is no mail server yet, so Doorstep sends nothing.',
    machineLead: 'The mail server is set for the whole machine, in DOORSTEP_SMTP_URL.',
    caption: 'Messages, newest first',
    none: 'No message yet.',
    what: 'What',
    to: (address: string) => `To ${address}`,
    words: 'Words',
    kinds: { code: 'Sign-in code', notice: 'Notice', test: 'Test message' },
    states: { waiting: 'Waiting', sent: 'Sent', failed: 'Not delivered', kept: 'Kept here' },
    tries: (n: string) => `Tried ${n} times`,
    because: (code: string) => `The mail server said: ${code}`,
    server: 'The mail server',
    serverNow: (host: string) => `Messages go out through ${host}.`,
    url: 'Address of the mail server',
    urlHint: 'Like smtps://name:password@mail.example.org:465. It is not shown again.',
    urlWrong: 'Enter an address that begins with smtp:// or smtps://',
    from: 'Messages come from',
    fromHint: 'An email address that your council reads, like doorstep@example.org',
    fromWrong: 'Enter an email address like doorstep@example.org',
    save: 'Save the mail server',
    remove: 'Take the mail server away',
    test: 'Send a test message to me',
    testNone: 'You have no email address here, so there is nowhere to send a test.',
    testSubject: 'Doorstep: a test message',
    testBody: 'This is a test. The mail server of Doorstep works.',
  },
})
