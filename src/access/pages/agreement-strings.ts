// The words of the agreement with people outside, and of the page that says why nothing is shown.
import { defineStrings } from '../../pages/strings/index.ts'

export const agreementStrings = defineStrings('agreement', {
  en: {
    title: 'Agreement with village groups',
    lead: 'Read this page and accept it. Nothing about anybody is shown before you do.',
    parts: {
      who: {
        heading: 'Whose the records are',
        says: (controller: string) =>
          `${controller} is the controller. You use the records only for the purpose that your ` +
          'access names, and only for your own place. You tell nobody else what you read.',
      },
      breach: {
        heading: 'If something is lost, seen or sent to the wrong person',
        says: (number: string) =>
          `Ring ${number} at once, at any hour, also if you are not sure. Nobody is blamed for ` +
          'ringing.',
      },
      end: {
        heading: 'When your access ends',
        says: (returnTo: string) =>
          `Return whatever you wrote down to ${returnTo}, or destroy it, within 7 days, and say ` +
          'which. Take no photographs of the screen and no copies.',
      },
      insurance: { heading: 'Insurance', says: (insurance: string) => insurance },
      age: {
        heading: 'Age',
        says: (years: string) =>
          `Everybody who rings or visits is ${years} or older. Nobody younger sees these records.`,
      },
      alone: {
        heading: 'Working alone',
        says: (loneWorking: string) =>
          `${loneWorking} Never go into a home alone. If somebody is in danger, ring 999.`,
      },
    },
    version: (version: string, day: string) => `Version ${version}, of ${day}.`,
    accept: 'I accept this for myself and my group',
    acceptNote: 'That you accepted, which version and when, goes on the record.',
    accepted: (day: string) => `You accepted this on ${day}.`,
    goOn: 'Go on',
    missing: 'Your council has not filled in its agreement yet. Ask whoever invited you.',
    standing: 'What you may do now',
    pauses: {
      candidate: 'Your access rests because you stand for election.',
      'left-office': 'Your access has ended because you left office.',
      other: 'Your access rests for now.',
      'pre-election': 'Before the election only officers use Doorstep. Your access rests.',
      agreement: 'You have not accepted the agreement yet.',
    },
    until: (day: string) => `It comes back after ${day}.`,
    noRole: 'You are signed in, but you hold no role now.',
    ask: 'If that is wrong, ask your system administrator.',
    may: 'Your access works.',
  },
  cy: {
    title: 'Cytundeb â grwpiau pentref',
    lead: 'Darllenwch y dudalen hon a’i derbyn. Ni ddangosir dim am neb cyn i chi wneud hynny.',
    parts: {
      who: {
        heading: 'Pwy biau’r cofnodion',
        says: controller =>
          `${controller} yw’r rheolydd. Defnyddiwch y cofnodion at y diben a enwir yn eich ` +
          'mynediad yn unig, ac ar gyfer eich lle eich hun yn unig. Peidiwch â dweud wrth neb ' +
          'arall yr hyn a ddarllenwch.',
      },
      breach: {
        heading: 'Os collir, gwelir neu anfonir rhywbeth at y person anghywir',
        says: number =>
          `Ffoniwch ${number} ar unwaith, ar unrhyw awr, hyd yn oed os nad ydych yn siŵr. Ni ` +
          'chaiff neb ei feio am ffonio.',
      },
      end: {
        heading: 'Pan ddaw eich mynediad i ben',
        says: returnTo =>
          `Dychwelwch beth bynnag a ysgrifennwyd gennych i ${returnTo}, neu dinistriwch ef, o ` +
          'fewn 7 diwrnod, a dywedwch pa un. Peidiwch â thynnu lluniau o’r sgrin na chymryd ' +
          'copïau.',
      },
      insurance: { heading: 'Yswiriant', says: insurance => insurance },
      age: {
        heading: 'Oedran',
        says: years =>
          `Mae pawb sy’n ffonio neu’n ymweld yn ${years} oed neu’n hŷn. Nid oes neb iau yn gweld ` +
          'y cofnodion hyn.',
      },
      alone: {
        heading: 'Gweithio ar eich pen eich hun',
        says: loneWorking =>
          `${loneWorking} Peidiwch byth â mynd i mewn i gartref ar eich pen eich hun. Os yw ` +
          'rhywun mewn perygl, ffoniwch 999.',
      },
    },
    version: (version, day) => `Fersiwn ${version}, ${day}.`,
    accept: 'Rwy’n derbyn hyn drosof fy hun a’m grŵp',
    acceptNote: 'Cofnodir eich bod wedi derbyn, pa fersiwn a phryd.',
    accepted: day => `Derbyniwyd hwn gennych ar ${day}.`,
    goOn: 'Ymlaen',
    missing: 'Nid yw eich cyngor wedi llenwi ei gytundeb eto. Gofynnwch i’r sawl a’ch gwahoddodd.',
    standing: 'Yr hyn y cewch ei wneud nawr',
    pauses: {
      candidate: 'Mae eich mynediad yn gorffwys am eich bod yn sefyll mewn etholiad.',
      'left-office': 'Mae eich mynediad wedi dod i ben am i chi adael eich swydd.',
      other: 'Mae eich mynediad yn gorffwys am y tro.',
      'pre-election':
        'Cyn yr etholiad dim ond swyddogion sy’n defnyddio Doorstep. Mae eich mynediad yn ' +
        'gorffwys.',
      agreement: 'Nid ydych wedi derbyn y cytundeb eto.',
    },
    until: day => `Daw yn ôl ar ôl ${day}.`,
    noRole: 'Rydych wedi mewngofnodi, ond nid oes gennych rôl nawr.',
    ask: 'Os yw hynny’n anghywir, gofynnwch i’ch gweinyddwr system.',
    may: 'Mae eich mynediad yn gweithio.',
  },
})
