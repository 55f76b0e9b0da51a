// The words of setting up, which anybody may read.
import { defineStrings } from '../../pages/strings/index.ts'

export const setUpStrings = defineStrings('set-up', {
  en: {
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
