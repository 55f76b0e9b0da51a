// The words of signing in and of setting up, which anybody may read.
import { defineStrings } from '../../pages/strings/index.ts'

export const signInStrings = defineStrings('sign-in', {
  en: {
    signIn: 'Sign in',
    signInTitle: 'Sign in to Doorstep',
    signInWhat:
      'Doorstep is for people whom their council asked to help reach everyone in an emergency.',
    signInHow: 'Open the sign-in link that you were given.',
    signInOnce: 'It signs you in by itself. There is no password.',
    signInLost:
      'No link, or it has been used? Each link works once, within 24 hours. ' +
      'Ask your system administrator for a new one.',
    signInMore:
      'If you are stuck, read {help}. If you were rung and want to know why, read {privacy}.',
    signInHelp: 'help with signing in',
    signInPrivacy: 'who looked at what',
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
  cy: {
    signIn: 'Mewngofnodi',
    signInTitle: 'Mewngofnodi i Doorstep',
    signInWhat:
      'Mae Doorstep ar gyfer pobl y gofynnodd eu cyngor iddynt helpu i gyrraedd pawb ' +
      'mewn argyfwng.',
    signInHow: 'Agorwch y ddolen fewngofnodi a roddwyd i chi.',
    signInOnce: 'Mae’n eich mewngofnodi ar ei phen ei hun. Nid oes cyfrinair.',
    signInLost:
      'Dim dolen, neu a yw wedi’i defnyddio? Mae pob dolen yn gweithio unwaith, o fewn 24 awr. ' +
      'Gofynnwch i’ch gweinyddwr system am un newydd.',
    signInMore:
      'Os ydych yn sownd, darllenwch {help}. Os cawsoch eich ffonio ac eisiau gwybod pam, ' +
      'darllenwch {privacy}.',
    signInHelp: 'cymorth gyda mewngofnodi',
    signInPrivacy: 'pwy edrychodd ar beth',
    linkUsed: 'Mae’r ddolen hon wedi’i defnyddio neu wedi dod i ben',
    linkUsedHow:
      'Mae pob dolen yn gweithio unwaith, am 24 awr. Gofynnwch i’ch gweinyddwr ' +
      'system am un newydd.',
    setUp: 'Sefydlu Doorstep',
    setUpLead: 'Mae hyn yn gwneud eich cyngor a’r gweinyddwr system cyntaf: chi.',
    councilName: 'Enw’r cyngor',
    councilGss: 'Cod GSS y cyngor',
    councilGssHint: 'Fel W06000015. Gadewch ef yn wag os nad ydych yn ei wybod.',
    yourName: 'Eich enw',
    setUpButton: 'Sefydlu a mewngofnodi',
    councilNameMissing: 'Rhowch enw’r cyngor',
    councilGssWrong: 'Rhowch y cod fel un llythyren ac 8 digid, fel W06000015',
    yourNameMissing: 'Rhowch eich enw',
  },
})
