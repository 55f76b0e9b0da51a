// The words of the menu, the roles, and of pages that say why not.
import { defineStrings } from '../pages/strings/index.ts'

export const webStrings = defineStrings('web', {
  en: {
    menu: {
      campaigns: 'Campaigns',
      villages: 'Villages',
      calls: 'Calls',
      callBacks: 'Call-backs',
      people: 'Find a person',
      lists: 'Lists',
      reviews: 'Doubtful matches',
      reads: 'Who looked',
      erase: 'Erase a person',
      gaps: 'Steps nobody has',
      users: 'People who sign in',
      signingIn: 'How people sign in',
      messages: 'Messages',
      emergencies: 'Emergency access',
    },
    late: (label: string, n: string) => `${label} (${n} late)`,
    waiting: (label: string, n: string) => `${label} (${n} waiting)`,
    roles: {
      'hub-manager': 'Hub manager',
      'call-handler': 'Call handler',
      'village-coordinator': 'Village coordinator',
      officer: 'Officer',
      'data-protection-officer': 'Data protection officer',
      'system-administrator': 'System administrator',
    },
    notFound: 'Page not found',
    notFoundBody: 'Check the address, or go back to the page you came from.',
    tooLarge: 'That is too large',
    tooLargeBody: 'Nothing was saved. Send less at once: a list file may have up to 200 MB.',
    away: 'Doorstep cannot reach its records',
    awayBody: 'Nothing you typed was saved. Try again in a minute.',
    awayHalfwayBody:
      'The connection was lost while Doorstep was saving. Look whether what you typed is there ' +
      'before you send it again.',
    broken: 'Something went wrong on our side',
    brokenBody: 'Nothing was half saved. Try again. If it stays, tell your system administrator.',
    reference: (code: string) => `Reference ${code}`,
  },
  cy: {
    menu: {
      campaigns: 'Ymgyrchoedd',
      villages: 'Pentrefi',
      calls: 'Galwadau',
      callBacks: 'Galwadau yn ôl',
      people: 'Dod o hyd i berson',
      lists: 'Rhestrau',
      reviews: 'Parau amheus',
      reads: 'Pwy edrychodd',
      erase: 'Dileu person',
      gaps: 'Camau heb neb',
      users: 'Pobl sy’n mewngofnodi',
      signingIn: 'Sut mae pobl yn mewngofnodi',
      messages: 'Negeseuon',
      emergencies: 'Mynediad brys',
    },
    late: (label: string, n: string) => `${label} (${n} yn hwyr)`,
    waiting: (label: string, n: string) => `${label} (${n} yn aros)`,
    roles: {
      'hub-manager': 'Rheolwr canolfan',
      'call-handler': 'Atebwr galwadau',
      'village-coordinator': 'Cydlynydd pentref',
      officer: 'Swyddog',
      'data-protection-officer': 'Swyddog diogelu data',
      'system-administrator': 'Gweinyddwr system',
    },
    notFound: 'Heb ddod o hyd i’r dudalen',
    notFoundBody: 'Gwiriwch y cyfeiriad, neu ewch yn ôl i’r dudalen y daethoch ohoni.',
    tooLarge: 'Mae hwnnw’n rhy fawr',
    tooLargeBody: 'Ni chadwyd dim. Anfonwch lai ar y tro: caiff ffeil rhestr fod hyd at 200 MB.',
    away: 'Ni all Doorstep gyrraedd ei gofnodion',
    awayBody: 'Ni chadwyd dim a deipiwyd gennych. Rhowch gynnig arall arni ymhen munud.',
    awayHalfwayBody:
      'Collwyd y cysylltiad tra oedd Doorstep yn cadw. Edrychwch a yw’r hyn a deipiwyd gennych ' +
      'yno cyn ei anfon eto.',
    broken: 'Aeth rhywbeth o’i le ar ein hochr ni',
    brokenBody:
      'Ni hanner-gadwyd dim. Rhowch gynnig arall arni. Os yw’n parhau, dywedwch wrth eich ' +
      'gweinyddwr system.',
    reference: code => `Cyfeirnod ${code}`,
  },
})
