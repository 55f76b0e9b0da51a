// The words of stopping everything at a place. What volunteers and callers read is in Welsh too.
import { defineStrings, plural } from '../../pages/strings/index.ts'

/** For everybody who has to do with the place. */
export const standstillStrings = defineStrings('standstill', {
  en: {
    wholeCouncil: 'the whole council',
    title: 'Stopped',
    here: (place: string) => `All is stopped in ${place}`,
    hereBody: 'Do not ring, visit or set out. If you are out, stop and go home.',
    since: (when: string, by: string) => `Stopped by ${by} ${when}`,
    why: (reason: string) => `Why: ${reason}`,
    refuses: 'Doorstep gives nobody there to anybody, sends nothing there and prints nothing.',
    typed: 'What you typed is kept. A call that was made before can still be saved.',
    mine: 'What is stopped where you work',
    none: 'Nothing is stopped where you work.',
    noneBody: 'If you were asked to stop and it is not shown here, go home and ring the hub.',
    lifted: (place: string, by: string, when: string) =>
      `${place} goes on again: lifted by ${by} ${when}.`,
    acknowledge: 'I know: I have stopped',
    acknowledged: 'You said that you know.',
    home: 'I am safe home',
    out: 'You had work there. We ask until we know that you are home.',
    saved: 'Saved. Thank you.',
    look: 'What is stopped, and what you are asked',
    untilLifted: (by: string) => `Until work goes on here, ${by} answers: nobody is sent there.`,
    sayKnow: 'Say that you know',
    sayHome: 'Say that you are safe home',
    goesOn: (place: string) => `${place} goes on again`,
    more: (n: number, shown: string) =>
      `All is stopped in ${shown} more ${plural(n, { one: 'place', other: 'places' })}`,
    mailStopped: (place: string) => `Stop now: ${place}`,
    mailStoppedBody: (place: string, by: string, why: string) =>
      `${by} stopped all work in ${place}. Do not ring, visit or set out. ` +
      `If you are out, go home.\n\nWhy: ${why}\n\n` +
      `Open Doorstep: say that you know, and when you are safe home.`,
    mailLifted: (place: string) => `Work goes on: ${place}`,
    mailLiftedBody: (place: string, by: string, why: string) =>
      `${by} says that work in ${place} may go on. What was due comes back, promises first.` +
      `\n\nWhy: ${why}`,
  },
  cy: {
    wholeCouncil: 'y cyngor cyfan',
    title: 'Wedi stopio',
    here: (place: string) => `Mae popeth wedi stopio yn ${place}`,
    hereBody:
      'Peidiwch â ffonio, ymweld na chychwyn allan. Os ydych allan, stopiwch ac ewch adref.',
    since: (when: string, by: string) => `Stopiwyd gan ${by} ${when}`,
    why: (reason: string) => `Pam: ${reason}`,
    refuses: 'Nid yw Doorstep yn rhoi neb yno i neb, nac yn anfon nac yn argraffu dim.',
    typed: 'Cedwir yr hyn a deipiwyd. Gellir cadw galwad a wnaed cyn hynny o hyd.',
    mine: 'Beth sydd wedi stopio lle rydych yn gweithio',
    none: 'Nid oes dim wedi stopio lle rydych yn gweithio.',
    noneBody: 'Os gofynnwyd i chi stopio ac nad yw i’w weld yma, ewch adref a ffoniwch y ganolfan.',
    lifted: (place: string, by: string, when: string) =>
      `Mae ${place} yn mynd ymlaen eto: codwyd gan ${by} ${when}.`,
    acknowledge: 'Rwy’n gwybod: rwyf wedi stopio',
    acknowledged: 'Rydych wedi dweud eich bod yn gwybod.',
    home: 'Rwyf gartref yn ddiogel',
    out: 'Roedd gennych waith yno. Gofynnwn nes inni wybod eich bod gartref.',
    saved: 'Wedi’i gadw. Diolch.',
    look: 'Beth sydd wedi stopio, a beth a ofynnir i chi',
    untilLifted: (by: string) =>
      `Nes i’r gwaith fynd ymlaen yma, ${by} sy’n ateb: ni anfonir neb yno.`,
    sayKnow: 'Dywedwch eich bod yn gwybod',
    sayHome: 'Dywedwch eich bod gartref yn ddiogel',
    goesOn: (place: string) => `Mae ${place} yn mynd ymlaen eto`,
    more: (_n: number, shown: string) => `Mae popeth wedi stopio mewn ${shown} lle arall`,
    mailStopped: (place: string) => `Stopiwch nawr: ${place}`,
    mailStoppedBody: (place: string, by: string, why: string) =>
      `Mae ${by} wedi stopio pob gwaith yn ${place}. Peidiwch â ffonio nac ymweld. Ewch adref.` +
      `\n\nPam: ${why}\n\nAgorwch Doorstep: dywedwch eich bod yn gwybod, a phan fyddwch gartref.`,
    mailLifted: (place: string) => `Gwaith yn mynd ymlaen: ${place}`,
    mailLiftedBody: (place: string, by: string, why: string) =>
      `Dywed ${by} y gall gwaith yn ${place} fynd ymlaen. Daw’r hyn oedd i’w wneud yn ôl.` +
      `\n\nPam: ${why}`,
  },
})

export const stopsStrings = defineStrings('standstill stops', {
  en: {
    title: 'Stop all',
    inForce: (n: number, shown: string) =>
      `All is stopped in ${shown} ${plural(n, { one: 'place', other: 'places' })}.`,
    none: 'Nothing is stopped.',
    away: (n: number, shown: string) =>
      `${shown} ${plural(n, { one: 'person is', other: 'people are' })} not known to be home.`,
    start: 'Stop all work somewhere',
    startLead:
      'One press halts calls, doors, steps, messages and letters there at once, ' +
      'and tells everybody who has to do with the place.',
    caption: 'Where all was stopped, those in force first',
    where: 'Where',
    whole: 'The whole council',
    when: 'Since',
    who: 'By',
    silent: 'Not acknowledged',
    notHome: 'Not safe home',
    state: 'State',
    stands: 'Stopped',
    wasLifted: (when: string) => `Lifted ${when}`,
    ofTotal: (part: string, whole: string) => `${part} of ${whole}`,
    newTitle: 'Stop all work at a place',
    place: 'Where?',
    choose: 'Choose a place',
    kinds: { district: 'all villages', village: 'village', zone: 'zone', street: 'street' },
    narrower: 'For one street or zone, start from its village:',
    ofVillage: (name: string) => `Streets and zones of ${name}`,
    reason: 'Why? Everybody there reads it',
    reasonHint: 'For example: gas smell in Mill Lane. No names of residents.',
    willDo:
      'This ends every hold there and tells holders and owners. ' +
      'Calls that were made can still be recorded.',
    stop: 'Stop all now',
    placeMissing: 'Choose where to stop',
    reasonMissing: 'Say why, in one sentence',
    reasonTooLong: 'Say it in 500 letters or fewer',
    already: 'All is stopped there already. Nothing was changed.',
    crumb: 'One stop',
    wasStopped: (place: string) => `All was stopped in ${place}`,
    told: 'Who was told',
    toldSum: (silent: string, told: string) => `${silent} of ${told} have not acknowledged.`,
    nobodyTold: 'Nobody else has to do with this place.',
    noAddress: 'No email address: ring them',
    knows: (when: string) => `Knows since ${when}`,
    silentNow: 'Has not acknowledged',
    out: 'Who was out',
    outSum: (away: string, out: string) => `${away} of ${out} not known to be safe home.`,
    nobodyOut: 'Nobody had a hold or a step due there.',
    outWhy: { hold: 'Held somebody to ring or visit', action: 'Had a step due there' },
    safeSelf: (when: string) => `Safe home, said so themselves ${when}`,
    safeBy: (said: string, by: string, when: string) =>
      `Safe home, said ${said}. Recorded by ${by} ${when}`,
    saidBy: (name: string) => `Who says that ${name} is home?`,
    saidByMissing: 'Say who told you that they are home',
    isHome: 'Safe home',
    lift: 'Let work go on',
    liftLead: 'It is lifted in your name. Everybody who was told hears of it.',
    liftAway: (n: number, shown: string) =>
      `${shown} ${plural(n, { one: 'person is', other: 'people are' })} not known to be home yet.`,
    liftReason: 'Why may it go on?',
    liftIt: 'Lift the stop',
    lifted: (by: string, when: string) => `Lifted by ${by} ${when}`,
    due: 'What came due meanwhile',
    dueLead: 'It comes back in this order: promises first.',
    dueNone: 'Nothing came due.',
    unnamed: 'Somebody whose name we do not have',
    dueKinds: { promise: 'Promise', action: 'Step' },
    overdue: 'Overdue',
    saved: 'Saved.',
    menu: 'Stop all',
  },
})
