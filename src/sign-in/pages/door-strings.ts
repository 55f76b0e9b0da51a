// The words at the doors, which anybody may read, in both languages. Long: two whole languages.
import { defineStrings } from '../../pages/strings/index.ts'

export const doorStrings = defineStrings('doors', {
  en: {
    signIn: 'Sign in',
    title: 'Sign in to Doorstep',
    what: 'Doorstep is for people whom their council asked to help reach everyone in an emergency.',
    whichCouncil: 'Which council do you work with?',
    noCouncil: 'This Doorstep has no council yet. Open the set-up link that the terminal shows.',
    ssoTitle: 'With your council account',
    ssoButton: 'Sign in with your council account',
    passkeyTitle: 'With a passkey',
    passkeyHow: 'Your device asks for your face, your finger or its PIN.',
    passkeyButton: 'Sign in with a passkey',
    passkeyAddress: (address: string) => `Passkeys work at ${address}, not at a bare number.`,
    passkeyScript: 'A passkey needs JavaScript and a browser that knows passkeys.',
    passkeyStopped: 'Nothing came from your device. Try again, or use another way.',
    codeTitle: 'With a code by email',
    codeHow: 'For people without a council account.',
    codeButton: 'Get a code by email',
    linkTitle: 'With a link that you were given',
    linkHow: 'Open it. It works once, and there is no password.',
    linkUsed: 'This link has been used or has run out',
    linkUsedHow: 'Each link works once, for 24 hours. Ask your system administrator for a new one.',
    lost: 'Nothing here works for you? Ask your system administrator to let you in.',
    more: 'If you are stuck, read {help}. If you were rung and want to know why, read {privacy}.',
    help: 'help with signing in',
    privacy: 'who looked at what',
    again: 'Sign in another way',
    email: 'Your email address',
    emailHint: 'The one that your system administrator has for you.',
    emailWrong: 'Enter an email address like name@example.org',
    send: 'Send me a code',
    sentTitle: 'Enter the code',
    sent: 'If this address may sign in, a code is on its way to it.',
    sentWhere: 'It has 8 digits and works for 10 minutes, in this browser only.',
    code: 'The code from the email',
    codeHint: 'You can paste it.',
    codeWrong: (left: string) => `That is not the code. Tries left: ${left}`,
    codeShape: 'Enter the 8 digits of the code',
    codeOver: 'This code does not work any more. Get a new one.',
    codeEnter: 'Sign in',
    codeAgain: 'Get a new code',
    refused: {
      unknown: {
        title: 'We do not know this answer',
        body: 'You were not signed in. Begin again from the sign-in page.',
      },
      used: {
        title: 'This answer was already used',
        body: 'You were not signed in by it. Begin again from the sign-in page.',
      },
      late: {
        title: 'That took too long',
        body: 'An answer counts for 10 minutes. Begin again from the sign-in page.',
      },
      'other-browser': {
        title: 'This began in another browser',
        body: 'You were not signed in. Begin and end in the same browser.',
      },
      'answer-wrong': {
        title: 'The answer cannot be trusted',
        body: 'What came back does not prove who you are. You were not signed in. Try again.',
      },
      declined: {
        title: 'Your council’s sign-in said no',
        body: 'You were not signed in. Try again, or ask the people who run your council account.',
      },
      'provider-away': {
        title: 'Your council’s sign-in does not answer',
        body: 'Nothing is wrong with your account. Try again soon, or sign in another way.',
      },
      'groups-unreadable': {
        title: 'Your groups cannot be read',
        body: 'Your council account works, but not the list of its groups. Ask your administrator.',
      },
      'no-access': {
        title: 'You have no access to Doorstep',
        body:
          'Your account works, but nobody has given you a role here. ' +
          'Ask your system administrator for one.',
      },
      disabled: {
        title: 'Your access has ended',
        body: 'You were shut out of Doorstep. Ask your system administrator if that is a mistake.',
      },
      doubtful: {
        title: 'We cannot tell who you are here',
        body:
          'Your address belongs to more than one person, or to one who uses another account. ' +
          'Ask your system administrator.',
      },
      'key-unknown': {
        title: 'We do not know this passkey',
        body: 'It may have been removed. Sign in another way, and add a passkey in your account.',
      },
      'key-wrong': {
        title: 'The passkey could not be checked',
        body: 'You were not signed in. Try again, or sign in another way.',
      },
    },
    mail: {
      subject: 'Your code for Doorstep',
      body: (code: string, council: string, address: string) =>
        [
          `Your code for Doorstep is ${code}`,
          '',
          `It signs you in at ${address} for ${council}. It works once, for 10 minutes,`,
          'in the browser in which you asked for it. Tell it to nobody: we never ask for it.',
          '',
          'Did you not ask for a code? Then do nothing. Nobody gets in without it.',
        ].join('\n'),
    },
  },
  cy: {
    signIn: 'Mewngofnodi',
    title: 'Mewngofnodi i Doorstep',
    what:
      'Mae Doorstep ar gyfer pobl y gofynnodd eu cyngor iddynt helpu i gyrraedd pawb ' +
      'mewn argyfwng.',
    whichCouncil: 'Gyda pha gyngor ydych chi’n gweithio?',
    noCouncil: 'Nid oes cyngor yma eto. Agorwch y ddolen sefydlu y mae’r derfynell yn ei dangos.',
    ssoTitle: 'Gyda’ch cyfrif cyngor',
    ssoButton: 'Mewngofnodi gyda’ch cyfrif cyngor',
    passkeyTitle: 'Gyda chod-allwedd',
    passkeyHow: 'Mae’ch dyfais yn gofyn am eich wyneb, eich bys neu ei PIN.',
    passkeyButton: 'Mewngofnodi gyda chod-allwedd',
    passkeyAddress: (address: string) =>
      `Mae codau-allwedd yn gweithio yn ${address}, nid wrth rif moel.`,
    passkeyScript: 'Mae angen JavaScript, a phorwr sy’n adnabod codau-allwedd, ar gyfer hyn.',
    passkeyStopped: 'Ni ddaeth dim o’ch dyfais. Rhowch gynnig arall, neu defnyddiwch ffordd arall.',
    codeTitle: 'Gyda chod drwy e-bost',
    codeHow: 'I bobl heb gyfrif cyngor.',
    codeButton: 'Cael cod drwy e-bost',
    linkTitle: 'Gyda dolen a roddwyd i chi',
    linkHow: 'Agorwch hi. Mae’n gweithio unwaith, ac nid oes cyfrinair.',
    linkUsed: 'Mae’r ddolen hon wedi’i defnyddio neu wedi dod i ben',
    linkUsedHow:
      'Mae pob dolen yn gweithio unwaith, am 24 awr. Gofynnwch i’ch gweinyddwr ' +
      'system am un newydd.',
    lost: 'Dim byd yma’n gweithio i chi? Gofynnwch i’ch gweinyddwr system eich gadael i mewn.',
    more:
      'Os ydych yn sownd, darllenwch {help}. Os cawsoch eich ffonio ac eisiau gwybod pam, ' +
      'darllenwch {privacy}.',
    help: 'cymorth gyda mewngofnodi',
    privacy: 'pwy edrychodd ar beth',
    again: 'Mewngofnodi mewn ffordd arall',
    email: 'Eich cyfeiriad e-bost',
    emailHint: 'Yr un sydd gan eich gweinyddwr system ar eich cyfer.',
    emailWrong: 'Rhowch gyfeiriad e-bost fel enw@example.org',
    send: 'Anfon cod ataf',
    sentTitle: 'Rhowch y cod',
    sent: 'Os caiff y cyfeiriad hwn fewngofnodi, mae cod ar ei ffordd ato.',
    sentWhere: 'Mae ganddo 8 digid ac mae’n gweithio am 10 munud, yn y porwr hwn yn unig.',
    code: 'Y cod o’r e-bost',
    codeHint: 'Gallwch ei ludo.',
    codeWrong: (left: string) => `Nid dyna’r cod. Cynigion ar ôl: ${left}`,
    codeShape: 'Rhowch 8 digid y cod',
    codeOver: 'Nid yw’r cod hwn yn gweithio mwyach. Gofynnwch am un newydd.',
    codeEnter: 'Mewngofnodi',
    codeAgain: 'Cael cod newydd',
    refused: {
      unknown: {
        title: 'Nid ydym yn adnabod yr ateb hwn',
        body: 'Ni chawsoch eich mewngofnodi. Dechreuwch eto o’r dudalen fewngofnodi.',
      },
      used: {
        title: 'Mae’r ateb hwn eisoes wedi’i ddefnyddio',
        body: 'Ni chawsoch eich mewngofnodi ganddo. Dechreuwch eto o’r dudalen fewngofnodi.',
      },
      late: {
        title: 'Cymerodd hynny ormod o amser',
        body: 'Mae ateb yn cyfrif am 10 munud. Dechreuwch eto o’r dudalen fewngofnodi.',
      },
      'other-browser': {
        title: 'Dechreuodd hyn mewn porwr arall',
        body: 'Ni chawsoch eich mewngofnodi. Dechreuwch a gorffennwch yn yr un porwr.',
      },
      'answer-wrong': {
        title: 'Ni ellir ymddiried yn yr ateb',
        body: 'Nid yw’r hyn a ddaeth yn ôl yn profi pwy ydych. Ni chawsoch eich mewngofnodi.',
      },
      declined: {
        title: 'Dywedodd system fewngofnodi eich cyngor na',
        body: 'Ni chawsoch eich mewngofnodi. Rhowch gynnig arall, neu holwch am eich cyfrif.',
      },
      'provider-away': {
        title: 'Nid yw system fewngofnodi eich cyngor yn ateb',
        body: 'Nid oes dim o’i le ar eich cyfrif. Rhowch gynnig arall yn fuan, neu ffordd arall.',
      },
      'groups-unreadable': {
        title: 'Ni ellir darllen eich grwpiau',
        body: 'Mae’ch cyfrif yn gweithio, ond nid rhestr ei grwpiau. Gofynnwch i’ch gweinyddwr.',
      },
      'no-access': {
        title: 'Nid oes gennych fynediad i Doorstep',
        body:
          'Mae’ch cyfrif yn gweithio, ond nid oes neb wedi rhoi rôl i chi yma. ' +
          'Gofynnwch i’ch gweinyddwr system am un.',
      },
      disabled: {
        title: 'Mae eich mynediad wedi dod i ben',
        body: 'Cawsoch eich cau allan o Doorstep. Gofynnwch i’ch gweinyddwr os yw’n gamgymeriad.',
      },
      doubtful: {
        title: 'Ni allwn ddweud pwy ydych yma',
        body:
          'Mae’ch cyfeiriad yn perthyn i fwy nag un person, neu i un â chyfrif arall. ' +
          'Gofynnwch i’ch gweinyddwr system.',
      },
      'key-unknown': {
        title: 'Nid ydym yn adnabod y cod-allwedd hwn',
        body: 'Efallai iddo gael ei dynnu. Mewngofnodwch mewn ffordd arall, ac ychwanegwch un.',
      },
      'key-wrong': {
        title: 'Ni ellid gwirio’r cod-allwedd',
        body: 'Ni chawsoch eich mewngofnodi. Rhowch gynnig arall, neu ffordd arall.',
      },
    },
    mail: {
      subject: 'Eich cod ar gyfer Doorstep',
      body: (code: string, council: string, address: string) =>
        [
          `Eich cod ar gyfer Doorstep yw ${code}`,
          '',
          `Mae’n eich mewngofnodi yn ${address} ar gyfer ${council}. Mae’n gweithio unwaith,`,
          'am 10 munud, yn y porwr lle gofynnoch amdano. Peidiwch â’i ddweud wrth neb.',
          '',
          'Heb ofyn am god? Yna peidiwch â gwneud dim. Nid oes neb yn dod i mewn hebddo.',
        ].join('\n'),
    },
  },
})
