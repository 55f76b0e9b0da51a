// What is said when a command is refused: what happened, that nothing was lost, what to do now.
// Long because each refusal has its words here, in both languages.
import { defineStrings } from '../strings.ts'

export const refusalStrings = defineStrings('refusals', {
  en: {
    'not-found': {
      title: 'Page not found',
      body: 'Check the address, or go back to the page you came from.',
    },
    'not-allowed': {
      title: 'You may not do this',
      body: 'Your role does not include it. Ask whoever gave you access to Doorstep.',
    },
    invalid: {
      title: 'Some answers need another look',
      body: 'Nothing was saved. Go back, check each answer, and send it again.',
    },
    'id-reuse': {
      title: 'This form was already used',
      body: 'It was saved before with other answers. Open the page again and start from there.',
    },
    'attempt-in-future': {
      title: 'That time has not come yet',
      body: 'Nothing was saved. Go back and give the time when it happened.',
    },
    'already-taken': {
      title: 'Somebody else has this now',
      body: 'Nothing was changed. Take the next one instead.',
    },
    'already-done': {
      title: 'This is already done',
      body: 'Nothing was changed. Go back to see how it stands now.',
    },
    'not-held': {
      title: 'You no longer hold this person',
      body: 'The time to hold them ran out. Your answers are not lost: take them again and save.',
    },
    'nobody-left': {
      title: 'Nobody is left to try now',
      body: 'Everyone on this list is reached, held by somebody, or due later.',
    },
    stopped: {
      title: 'Contact with this person has stopped',
      body: 'Do not ring or visit. Ask a hub manager if you think that this is wrong.',
    },
    'all-stopped': {
      title: 'All work there is stopped',
      body: 'Nobody sets out, rings or visits there until it is lifted. Nothing was changed.',
    },
    'stale-preview': {
      title: 'This preview is out of date',
      body: 'Something changed since. Nothing was written. Look at a new preview first.',
    },
    expired: {
      title: 'This has run out',
      body: 'The link or the time for this act is over. Ask for a new one.',
    },
    'too-large': {
      title: 'That is too large',
      body: 'Nothing was saved. Send less at once, or split the file in two.',
    },
    'unreadable-file': {
      title: 'We cannot read this file',
      body: 'Nothing was written. Save it as CSV with the names of the columns in row 1.',
    },
    'not-a-member': {
      title: 'This person is not in the campaign',
      body: 'Nothing was saved. Find them under People to record what happened.',
    },
    'unknown-outcome': {
      title: 'Choose what happened',
      body: 'Nothing was saved. Go back and choose one of the answers on the page.',
    },
    'unknown-need': {
      title: 'Choose what they need',
      body: 'Nothing was saved. Go back and choose needs from the list on the page.',
    },
    'same-person': {
      title: 'These are already one person',
      body: 'Nothing was changed. Go back to see the record.',
    },
    'not-merged': {
      title: 'These were never joined',
      body: 'There is nothing to undo. Go back to see both records.',
    },
    'kept-apart': {
      title: 'Somebody decided that these are two people',
      body: 'Nothing was changed. Take that decision back on the page of one of them first.',
    },
    'facts-conflict': {
      title: 'These two cannot be joined as they stand',
      body: 'Nothing was changed. Correct the NHS number or date of birth that is wrong first.',
    },
    'second-fact-needed': {
      title: 'One more fact must agree first',
      body: 'Nothing was changed. Their numbers or dates of birth differ and too little else fits.',
    },
    'reason-needed': {
      title: 'Say why',
      body: 'Nothing was changed. Go back and write the reason: others must be able to follow it.',
    },
    'last-administrator': {
      title: 'This is the last administrator',
      body: 'Nobody could let people in without them. Name another administrator first.',
    },
    'to-oneself': {
      title: 'Nobody changes their own access',
      body: 'Nothing was changed. Ask another administrator to do it, who then answers for it.',
    },
    'wider-than-own': {
      title: 'This is more than you hold yourself',
      body: 'Nothing was given. You can give only roles and places that you hold yourself.',
    },
    'ends-before-begins': {
      title: 'This would end before it begins',
      body: 'Nothing was saved. The last day must come after the first, and not be over.',
    },
    'shut-out': {
      title: 'This person is shut out',
      body: 'Nothing was given. Let the person in again first.',
    },
    'too-many-leavers': {
      title: 'This would shut out more than one in five',
      body: 'Nothing was written. Look at the names again, and say once more that it is right.',
    },
    'list-halved': {
      title: 'Half of the list would be dropped',
      body: 'Nothing was written. If the file is right, load it again and say why.',
    },
    'undo-over': {
      title: 'This load can no longer be undone',
      body: 'That was possible until midnight of the day it was loaded. Load a right file instead.',
    },
    'needs-second': {
      title: 'A second person has to agree',
      body: 'Nothing was changed. Somebody else who may load lists has to say yes to this.',
    },
    'later-version': {
      title: 'A later version of this list is loaded',
      body: 'Nothing was changed. Undo the latest version first.',
    },
    'not-its-day': {
      title: 'This list stays sealed',
      body: 'Nothing was opened. What its rule asks for is not declared now.',
    },
    'not-fit': {
      title: 'This job needs something more',
      body: 'It asks for a check, training or vehicle that is not on the page of the volunteer.',
    },
    resting: {
      title: 'This volunteer is resting',
      body: 'Nothing was changed. Ask somebody else, or wait until they are back.',
    },
    'jobs-full': {
      title: 'You hold enough jobs for now',
      body: 'Finish one or give one back first. Thank you for all that you do.',
    },
    'not-light': {
      title: 'This job needs daylight',
      body: 'Nothing was changed. Set out when it is light, or give the job back.',
    },
    'key-locked': {
      title: 'The council’s signing key cannot be opened here',
      body:
        'Nothing was signed. Ask your system administrator to put the file of keys back, or to ' +
        'make a new signing key.',
    },
    'too-many-tries': {
      title: 'Too many tries',
      body: 'Wait 15 minutes and try again. Nobody else can use your link meanwhile.',
    },
  },
  cy: {
    'not-found': {
      title: 'Heb ddod o hyd i’r dudalen',
      body: 'Gwiriwch y cyfeiriad, neu ewch yn ôl i’r dudalen y daethoch ohoni.',
    },
    'not-allowed': {
      title: 'Ni chewch wneud hyn',
      body: 'Nid yw’n rhan o’ch rôl. Gofynnwch i’r sawl a roddodd fynediad i chi i Doorstep.',
    },
    invalid: {
      title: 'Mae angen edrych eto ar rai atebion',
      body: 'Ni chadwyd dim. Ewch yn ôl, gwiriwch bob ateb, a’i anfon eto.',
    },
    'id-reuse': {
      title: 'Defnyddiwyd y ffurflen hon eisoes',
      body: 'Fe’i cadwyd o’r blaen gydag atebion eraill. Agorwch y dudalen eto a dechrau oddi yno.',
    },
    'attempt-in-future': {
      title: 'Nid yw’r amser hwnnw wedi dod eto',
      body: 'Ni chadwyd dim. Ewch yn ôl a rhowch yr amser pan ddigwyddodd.',
    },
    'already-taken': {
      title: 'Mae hwn gan rywun arall nawr',
      body: 'Ni newidiwyd dim. Cymerwch yr un nesaf yn lle hynny.',
    },
    'already-done': {
      title: 'Mae hyn wedi’i wneud eisoes',
      body: 'Ni newidiwyd dim. Ewch yn ôl i weld sut mae pethau nawr.',
    },
    'not-held': {
      title: 'Nid ydych yn dal y person hwn mwyach',
      body: 'Daeth yr amser i’w ddal i ben. Nid yw’ch atebion ar goll: cymerwch ef eto a chadw.',
    },
    'nobody-left': {
      title: 'Nid oes neb ar ôl i roi cynnig arno nawr',
      body: 'Mae pawb ar y rhestr hon wedi’u cyrraedd, yn nwylo rhywun, neu i ddod yn nes ymlaen.',
    },
    stopped: {
      title: 'Mae’r cyswllt â’r person hwn wedi dod i ben',
      body:
        'Peidiwch â ffonio nac ymweld. Gofynnwch i reolwr y ganolfan os credwch fod ' +
        'hyn yn anghywir.',
    },
    'all-stopped': {
      title: 'Mae pob gwaith yno wedi stopio',
      body: 'Nid oes neb yn mynd, ffonio nac ymweld yno nes ei godi. Ni newidiwyd dim.',
    },
    'stale-preview': {
      title: 'Mae’r rhagolwg hwn wedi dyddio',
      body:
        'Newidiodd rhywbeth ers hynny. Nid ysgrifennwyd dim. Edrychwch ar ragolwg ' +
        'newydd yn gyntaf.',
    },
    expired: {
      title: 'Mae hwn wedi dod i ben',
      body: 'Mae’r ddolen neu’r amser ar gyfer hyn ar ben. Gofynnwch am un newydd.',
    },
    'too-large': {
      title: 'Mae hwnnw’n rhy fawr',
      body: 'Ni chadwyd dim. Anfonwch lai ar y tro, neu rhannwch y ffeil yn ddwy.',
    },
    'unreadable-file': {
      title: 'Ni allwn ddarllen y ffeil hon',
      body: 'Ni ysgrifennwyd dim. Cadwch hi fel CSV gydag enwau’r colofnau yn rhes 1.',
    },
    'not-a-member': {
      title: 'Nid yw’r person hwn yn yr ymgyrch',
      body: 'Ni chadwyd dim. Dewch o hyd i’r person i gofnodi beth ddigwyddodd.',
    },
    'unknown-outcome': {
      title: 'Dewiswch beth ddigwyddodd',
      body: 'Ni chadwyd dim. Ewch yn ôl a dewis un o’r atebion ar y dudalen.',
    },
    'unknown-need': {
      title: 'Dewiswch beth sydd ei angen',
      body: 'Ni chadwyd dim. Ewch yn ôl a dewis anghenion o’r rhestr ar y dudalen.',
    },
    'same-person': {
      title: 'Un person yw’r rhain eisoes',
      body: 'Ni newidiwyd dim. Ewch yn ôl i weld y cofnod.',
    },
    'not-merged': {
      title: 'Ni chafodd y rhain eu huno erioed',
      body: 'Nid oes dim i’w ddadwneud. Ewch yn ôl i weld y ddau gofnod.',
    },
    'kept-apart': {
      title: 'Penderfynodd rhywun mai dau berson yw’r rhain',
      body: 'Ni newidiwyd dim. Tynnwch y penderfyniad yn ôl ar dudalen un ohonynt yn gyntaf.',
    },
    'facts-conflict': {
      title: 'Ni ellir uno’r ddau fel y maent',
      body: 'Ni newidiwyd dim. Cywirwch y rhif GIG neu’r dyddiad geni anghywir yn gyntaf.',
    },
    'second-fact-needed': {
      title: 'Rhaid i un ffaith arall gytuno yn gyntaf',
      body: 'Ni newidiwyd dim. Mae rhif neu ddyddiad geni’n wahanol a rhy ychydig yn cyd-fynd.',
    },
    'reason-needed': {
      title: 'Dywedwch pam',
      body: 'Ni newidiwyd dim. Ewch yn ôl ac ysgrifennwch y rheswm: rhaid i eraill allu ei ddilyn.',
    },
    'last-administrator': {
      title: 'Dyma’r gweinyddwr olaf',
      body: 'Ni allai neb roi mynediad i bobl hebddo. Enwch weinyddwr arall yn gyntaf.',
    },
    'to-oneself': {
      title: 'Nid oes neb yn newid ei fynediad ei hun',
      body: 'Ni newidiwyd dim. Gofynnwch i weinyddwr arall ei wneud, ac yntau’n atebol amdano.',
    },
    'wider-than-own': {
      title: 'Mae hyn yn fwy nag sydd gennych chi eich hun',
      body: 'Ni roddwyd dim. Dim ond rolau a lleoedd sydd gennych eich hun y gallwch eu rhoi.',
    },
    'ends-before-begins': {
      title: 'Byddai hyn yn gorffen cyn dechrau',
      body: 'Ni chadwyd dim. Rhaid i’r diwrnod olaf ddod ar ôl y cyntaf, a pheidio â bod ar ben.',
    },
    'shut-out': {
      title: 'Mae’r person hwn wedi’i gau allan',
      body: 'Ni roddwyd dim. Gadewch y person i mewn eto yn gyntaf.',
    },
    'too-many-leavers': {
      title: 'Byddai hyn yn cau allan fwy nag un o bob pump',
      body:
        'Nid ysgrifennwyd dim. Edrychwch ar yr enwau eto, a dywedwch unwaith ' +
        'eto ei fod yn iawn.',
    },
    'list-halved': {
      title: 'Byddai hanner y rhestr yn cael ei ollwng',
      body: 'Nid ysgrifennwyd dim. Os yw’r ffeil yn iawn, llwythwch hi eto a dywedwch pam.',
    },
    'undo-over': {
      title: 'Ni ellir dadwneud y llwyth hwn mwyach',
      body:
        'Roedd hynny’n bosibl hyd hanner nos y diwrnod y’i llwythwyd. Llwythwch ffeil ' +
        'gywir yn lle hynny.',
    },
    'needs-second': {
      title: 'Rhaid i ail berson gytuno',
      body: 'Ni newidiwyd dim. Rhaid i rywun arall sy’n cael llwytho rhestrau gytuno i hyn.',
    },
    'later-version': {
      title: 'Mae fersiwn diweddarach o’r rhestr hon wedi’i llwytho',
      body: 'Ni newidiwyd dim. Dadwnewch y fersiwn diweddaraf yn gyntaf.',
    },
    'not-its-day': {
      title: 'Mae’r rhestr hon yn aros dan sêl',
      body: 'Nid agorwyd dim. Nid yw’r hyn y mae ei rheol yn gofyn amdano wedi’i ddatgan nawr.',
    },
    'not-fit': {
      title: 'Mae angen rhywbeth mwy ar y dasg hon',
      body: 'Mae’n gofyn am wiriad, hyfforddiant neu gerbyd nad yw ar dudalen y gwirfoddolwr.',
    },
    resting: {
      title: 'Mae’r gwirfoddolwr hwn yn gorffwys',
      body: 'Ni newidiwyd dim. Gofynnwch i rywun arall, neu arhoswch nes iddo ddychwelyd.',
    },
    'jobs-full': {
      title: 'Mae gennych ddigon o dasgau am y tro',
      body: 'Gorffennwch un neu rhowch un yn ôl yn gyntaf. Diolch am bopeth a wnewch.',
    },
    'not-light': {
      title: 'Mae angen golau dydd ar y dasg hon',
      body: 'Ni newidiwyd dim. Ewch pan fydd hi’n olau, neu rhowch y dasg yn ôl.',
    },
    'key-locked': {
      title: 'Ni ellir agor allwedd lofnodi’r cyngor yma',
      body:
        'Ni lofnodwyd dim. Gofynnwch i’ch gweinyddwr system roi’r ffeil allweddi yn ôl, neu ' +
        'wneud allwedd lofnodi newydd.',
    },
    'too-many-tries': {
      title: 'Gormod o gynigion',
      body:
        'Arhoswch 15 munud a rhowch gynnig arall arni. Ni all neb arall ' +
        'ddefnyddio’ch dolen yn y cyfamser.',
    },
  },
})
