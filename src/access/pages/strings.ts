// The words of signing in.
import { defineStrings } from '../../pages/strings/index.ts'

export const accessStrings = defineStrings('access', {
  en: {
    signIn: 'Sign in',
    signInHow: 'Open the sign-in link that you were given. It works once.',
    signInLost: 'No link, or it has been used? Ask your system administrator for a new one.',
    linkUsed: 'This link has been used or has run out',
    linkUsedHow: 'Each link works once, for 24 hours. Ask your system administrator for a new one.',
    setUp: 'Set up Doorstep',
    setUpLead: 'This makes your council and the first system administrator: you.',
    councilName: 'Name of the council',
    councilGss: 'GSS code of the council',
    councilGssHint: 'Like E07000012. Leave it empty if you do not know it.',
    yourName: 'Your name',
    setUpButton: 'Set up and sign in',
    councilNameMissing: 'Enter the name of the council',
    councilGssWrong: 'Enter the code as one letter and 8 digits, like E07000012',
    yourNameMissing: 'Enter your name',
  },
})
