// The words of opening a campaign, and of asking everybody again.
import { defineStrings, plural } from '../../pages/strings/index.ts'

const many = (n: number, one: string, other: string) => plural(n, { one, other })

export const campaignStrings = defineStrings('reach.campaign', {
  en: {
    campaigns: 'Campaigns',
    open: 'Open a campaign',
    script: 'What callers say',
    name: 'What is it called?',
    nameHint: 'Callers and villages see this, like “Spring contact”',
    purpose: 'What is it for?',
    purposeHint: 'One sentence that could be read to a resident',
    pack: 'Which hazard pack?',
    packHint: 'It brings the script, the needs, the ladder of tries and the danger box',
    packPurpose: (purposes: string) => purposes,
    who: 'Who is it to reach?',
    kinds: {
      person: 'People on lists',
      dwelling: 'Homes, whether anybody there is listed or not',
      organisation: 'Organisations and settings',
    },
    kindHints: {
      person: 'Everybody joins who is on one of the lists, now or when a list is loaded',
      dwelling: 'Every home in the places that you choose, as in a flood or a power cut',
      organisation: 'Shops, care homes, schools and halls in the places that you choose',
    },
    lists: 'On any of these lists',
    listPeople: (n: number, shown: string) => `${shown} ${many(n, 'person', 'people')} on it now`,
    noLists: 'No list is loaded yet.',
    withFlags: 'Only people with all of these',
    withoutFlags: 'Nobody with any of these',
    flags: {
      'do-not-call': 'Never ring or text',
      'deceased-reported': 'Reported to have died',
      'deceased-confirmed': 'Has died',
      'moved-reported': 'Reported to have moved',
      'moved-confirmed': 'Has moved away',
      'no-basis': 'No basis for contact any more',
      withdrawn: 'Withdrew, a list says',
      'visit-in-pairs': 'Visit in pairs',
      textphone: 'Uses a textphone',
      interpreter: 'Needs an interpreter',
      'hard-of-hearing': 'Hard of hearing',
      'lives-alone': 'Lives alone',
      'no-texts': 'Wants no texts',
      'no-emails': 'Wants no emails',
    },
    organisations: 'Of these kinds',
    organisationsHint: 'Choose none for all of them',
    organisationKinds: {
      shop: 'Shop',
      business: 'Business',
      'care-home': 'Care home',
      school: 'School',
      hall: 'Hall',
      'park-home-site': 'Park home site',
      other: 'Other',
    },
    where: 'Where?',
    whereHint: 'Choose none for the whole council',
    villages: (chosen: number) =>
      chosen === 0
        ? 'The whole council. Choose villages'
        : `${chosen} ${many(chosen, 'village', 'villages')} chosen`,
    holding: 'How long does being reached hold?',
    holdingHint:
      'Reached means spoken to, in person or by phone. When it runs out they are rung again.',
    holdings: {
      pack: 'As the hazard pack says',
      round: 'For the whole round',
      hours: 'For a number of hours',
    },
    packHolds: (pack: string, hours: number | null) =>
      hours === null ? `${pack}: the whole round` : `${pack}: ${lasts(hours)}`,
    hours: 'Hours',
    owner: 'Who answers for it?',
    ownerHint: 'A named person, who sees that nobody is forgotten',
    ownerNone: 'Choose a person',
    preview: 'Preview',
    previewNote: 'Nothing is written before you have seen whom it lists.',
    wrong: {
      titleMissing: 'Enter what the campaign is called',
      titleLong: 'The name must be 200 letters or fewer',
      purposeMissing: 'Enter what the campaign is for',
      purposeLong: 'What it is for must be 500 letters or fewer',
      packMissing: 'Choose a hazard pack',
      kindMissing: 'Choose who it is to reach',
      listsMissing: 'Choose at least one list',
      flagsBoth: 'The same mark cannot be asked for and ruled out',
      placesUnknown: 'Choose villages from the list',
      hoursWrong: 'Enter a whole number of hours from 1 to 2,184',
      ownerMissing: 'Choose who answers for it',
    },
    previewTitle: 'Preview of a campaign',
    willList: {
      person: (n: number, shown: string) =>
        `This will list ${shown} ${many(n, 'person', 'people')}`,
      dwelling: (n: number, shown: string) => `This will list ${shown} ${many(n, 'home', 'homes')}`,
      organisation: (n: number, shown: string) =>
        `This will list ${shown} ${many(n, 'organisation', 'organisations')}`,
    },
    inVillages: (start: string, n: number, shown: string) =>
      `${start} in ${shown} ${many(n, 'village', 'villages')}.`,
    willListNobody: 'This will list nobody yet.',
    nobodyNote: {
      person: 'People join when a list that it names is loaded.',
      dwelling: 'There is no home in these places that we know.',
      organisation:
        'There is no such organisation in these places yet. Add them on a village page.',
    },
    notYet: 'Nothing is written yet',
    changed: (before: string) =>
      `Something changed since your preview, which counted ${before}. Look again, then open it.`,
    willDo: 'What opening it does',
    doesList: (title: string, owner: string) =>
      `“${title}” begins with round 1. ${owner} answers for it.`,
    doesExcuse: (died: number, moved: number) =>
      `${died} reported to have died and ${moved} known to have moved are listed as excused. ` +
      'Nobody rings them.',
    doesRing: (n: number, shown: string) =>
      `${shown} ${many(n, 'is', 'are')} to be rung, from now on, the longest waiting first.`,
    doesVisit: (n: number, shown: string) =>
      `${shown} ${many(n, 'has', 'have')} no number that we may ring: the first step is a visit.`,
    doesPlaceless: (n: number, shown: string) =>
      `${shown} ${many(n, 'lies', 'lie')} in no village that we know. The hub looks for the place.`,
    facts: 'What you chose',
    all: 'All',
    wholeCouncil: 'The whole council',
    holdsRound: 'The whole round',
    holds: (hours: number) => lasts(hours),
    confirm: 'Open the campaign',
    change: 'Change the answers',
    run: (title: string) => `Run ${title}`,
    runTitle: 'Run a campaign',
    coverage: 'See its coverage',
    rounds: 'Rounds so far',
    roundColumn: 'Round',
    round: (n: number) => `Round ${n}`,
    started: 'Started',
    reason: 'Why',
    firstRound: 'The first round',
    listed: 'Listed',
    nextRound: (n: number) => `Start round ${n}`,
    asksAgain: (again: number, shown: string, excused: string) =>
      `In a new round everybody is asked again. ${shown} ${many(again, 'is', 'are')} listed ` +
      `anew as not yet tried. ${excused} who are excused stay out.`,
    roundKept: 'The figures of the rounds before stay as they are, and can be opened.',
    whyRound: 'Why is everybody asked again?',
    whyRoundHint: 'One sentence, kept in the record',
    reasonMissing: 'Enter why everybody is asked again',
    reasonLong: 'The reason must be 500 letters or fewer',
    newcomers: 'Not in the round yet',
    newcomersSome: (n: number, shown: string) =>
      `The rule names ${shown} ${many(n, 'member that is', 'members that are')} not in this ` +
      'round yet: they were added after it began.',
    newcomersNone: 'Everybody whom the rule names is in this round.',
    bringIn: 'Bring them in',
    answers: 'Answers for it now',
  },
})

function lasts(hours: number): string {
  const days = hours / 24
  return Number.isInteger(days)
    ? `${days} ${many(days, 'day', 'days')}`
    : `${hours} ${many(hours, 'hour', 'hours')}`
}
