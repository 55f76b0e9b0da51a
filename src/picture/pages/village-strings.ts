// The words of the page of a village, and of all villages.
import { defineStrings, plural } from '../../pages/strings/index.ts'

const many = (n: number, one: string, other: string) => plural(n, { one, other })

export const villageWords = defineStrings('village', {
  en: {
    title: 'A village',
    villagesTitle: 'Villages',
    mapOfPlaces: 'Map of places',
    forWall: 'Sheet for the village hall',
    proofs: 'Proofs of this campaign',
    aboutPlace: 'Codes, boundary and map of this village',
    works: 'What works here now',
    what: (village: string, campaign: string) => `${village}, ${campaign}`,
    reached: '{village}: {reached} of {listed} reached.',
    nobodyListed: '{village}: nobody is listed.',
    untaken: 'Nobody has taken {street}.',
    untakenMore: (others: number) =>
      `Nobody has taken {street} and ${others} other ${many(others, 'street', 'streets')}.`,
    allTaken: 'Every street has somebody.',
    gap: (homes: number, shown: string) =>
      `${shown} ${many(homes, 'home', 'homes')}, {listed} on the list, {untried} not yet tried.`,
    take: 'Take this street',
    mine: (n: number) => `You look after ${n} ${many(n, 'street', 'streets')} here.`,
    give: 'Give it to somebody',
    hand: (street: string, who: string) => `${who} looks after ${street}: change`,
    takeNote: 'It is then yours to look after, and your name stands beside it.',
    sumTitle: 'Everyone listed here, counted once',
    inHomes: (n: string) => `In ${n} homes`,
    streetsTitle: (taken: number, all: number) =>
      `${taken} of ${all} ${many(all, 'street has', 'streets have')} someone.`,
    streetsUntried: (n: number) =>
      n === 0
        ? 'Everyone has been tried.'
        : `In ${n} ${many(n, 'street', 'streets')} somebody is not yet tried.`,
    tableCaption: 'Streets by zone, gaps first',
    zoneAndStreet: 'Zone and street',
    after: 'Looked after by',
    homes: 'Homes',
    listed: 'Listed',
    reachedColumn: 'Reached',
    state: 'State',
    lead: (name: string) => `Lead: ${name}`,
    noLead: 'No lead',
    nobody: 'Nobody',
    nobodyHasIt: 'Nobody has it',
    untried: '{n} not yet tried',
    tried: '{n} tried, no answer yet',
    openNeeds: (n: number) => `Everyone spoken to, ${n} ${many(n, 'need', 'needs')} open`,
    done: 'Done',
    excused: '{n} excused',
    allExcused: '{n} excused',
    noneListed: 'Nobody listed',
    streetUnknown: 'Street not known',
    restDone: (n: number) => `${n} more ${many(n, 'street', 'streets')}, nothing left to do`,
    coordinator: (name: string) => `${name}, coordinator`,
    noCoordinator: 'No coordinator',
    dueTitle: (n: number) => `${n} ${many(n, 'promise is', 'promises are')} due today.`,
    dueLate: (n: number) => `${n} ${many(n, 'is', 'are')} late.`,
    nothingDue: 'No promise is due today.',
    ringBack: 'Ring back',
    callBacks: 'Everybody here who was promised a call',
    promised: (name: string) => `${name} promised.`,
    late: (time: string) => `${time} late`,
    forPerson: '{person}, {street}',
    forPersonOnly: '{person}',
    unownedTitle: (n: number) =>
      `${n} promised ${many(n, 'step has', 'steps have')} nobody to do ${many(n, 'it', 'them')}.`,
    unownedNote: 'Each is due and nobody has it. Open the person to give it to somebody.',
    organisations: 'Organisations and settings',
    noOrganisations: 'None is known here yet.',
    addOrganisation: 'Add a shop, care home, school or hall',
    organisationsHere: (n: number, shown: string) =>
      `${shown} ${many(n, 'organisation', 'organisations')}: see, change or add`,
    noCampaign: 'There is no campaign yet, so there is nothing to count here.',
    headline: (all: number) => `In {n} of ${all} villages someone is not yet tried.`,
    headlineNone: (all: number) => `In none of ${all} villages is anyone not yet tried.`,
    noVillages: 'You look after no village yet.',
    forCampaign: 'Figures are for {campaign}.',
    filtered: (shown: number, words: string) =>
      `${shown} ${many(shown, 'village', 'villages')}: ${words}.`,
    showAll: 'Show all villages',
    marks: {
      untried: 'someone is not yet tried',
      tried: 'all tried, no answer yet from some',
      done: 'nobody left to reach',
      none: 'nobody listed',
    },
    fileColumns: {
      zone: 'Zone',
      street: 'Street',
      needs: 'Open needs',
      days: 'Longest wait in days',
    },
    tableTitle: 'Every village, by what is still to be done',
  },
})
