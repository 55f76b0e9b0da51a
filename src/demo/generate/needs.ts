// What do people say they need, and what was agreed? Some actions have no owner on purpose.
import { addDays, londonInstant } from './london-time.ts'
import type { Random } from './random.ts'
import type { NeedCategory, PlannedAction, PlannedNeed, Urgency } from './types.ts'
import { round } from './workload.ts'

const shareWithNeed = 0.134

const howMany = [
  [1, 55],
  [2, 32],
  [3, 11],
  [4, 2],
] as const

type Kind = { weight: number; isOftenToday: number; words: string[]; what: string }

const kinds: Record<NeedCategory, Kind> = {
  'food-shopping': {
    weight: 24,
    isOftenToday: 0.2,
    words: [
      'I have not been able to get to the shop since Friday.',
      'My son used to do the shopping but he is away.',
      'Just milk, bread and something for the cat.',
      'I cannot get a delivery before next week.',
    ],
    what: 'Bring food shopping',
  },
  medicine: {
    weight: 26,
    isOftenToday: 0.35,
    words: [
      'My tablets are ready at the surgery and I cannot fetch them.',
      'I have two days of insulin left.',
      'The chemist stopped delivering.',
      'I need my inhaler, the blue one.',
    ],
    what: 'Collect medicine from the surgery',
  },
  'friendly-call': {
    weight: 18,
    isOftenToday: 0.02,
    words: [
      'It is very quiet here since Jim died.',
      'I would like someone to ring now and then.',
      'I have not spoken to anybody since Tuesday.',
    ],
    what: 'Ring for a chat',
  },
  'money-worry': {
    weight: 8,
    isOftenToday: 0.08,
    words: [
      'I do not know how I will pay the oil bill.',
      'My hours were cut and the rent is due.',
      'I have been putting off opening the letters.',
    ],
    what: 'Ask the money adviser to ring',
  },
  'heat-or-power': {
    weight: 6,
    isOftenToday: 0.45,
    words: [
      'The boiler has been off for two days.',
      'I only heat the kitchen.',
      'The meter has run out and I cannot top it up.',
    ],
    what: 'Get the heating looked at',
  },
  lift: {
    weight: 7,
    isOftenToday: 0.05,
    words: ['I have the eye clinic on Thursday and no bus.', 'I need a lift to the surgery.'],
    what: 'Drive to the appointment',
  },
  'care-at-home': {
    weight: 5,
    isOftenToday: 0.2,
    words: ['My carer has not come for two mornings.', 'I cannot manage the stairs any more.'],
    what: 'Ask adult social care to ring',
  },
  'getting-online': {
    weight: 4,
    isOftenToday: 0,
    words: ['My granddaughter sent a tablet and I cannot turn it on.', 'I cannot book online.'],
    what: 'Visit to set up the tablet',
  },
  'something-else': {
    weight: 2,
    isOftenToday: 0.05,
    words: ['The dog needs walking.', 'There is a leak under the sink.'],
    what: 'Find out who can help',
  },
}

const categories = Object.keys(kinds) as NeedCategory[]

type Found = { day: number; startedOn: string; ownerRef: string | null; random: Random }

/** The needs found in one completed conversation; most conversations find none. */
export function needsFound(found: Found): PlannedNeed[] {
  const { random } = found
  if (!random.chance(shareWithNeed)) return []
  const count = random.weighted(howMany)
  const chosen = new Set<NeedCategory>()
  while (chosen.size < count) {
    chosen.add(
      random.weighted(categories.map(category => [category, kinds[category].weight] as const)),
    )
  }
  return [...chosen].map(category => {
    const { words, isOftenToday, what } = kinds[category]
    const urgency = urgencyOf(isOftenToday, random)
    const hasAction = random.chance(0.75)
    return {
      category,
      urgency,
      words: random.pick(words),
      action: hasAction ? actionFor({ what, urgency }, found) : null,
    }
  })
}

function urgencyOf(isOftenToday: number, random: Random): Urgency {
  if (random.chance(isOftenToday)) return 'today'
  return random.chance(0.45) ? '48h' : 'routine'
}

const daysUntilDue: Record<Urgency, number> = { today: 0, '48h': 2, routine: 5 }

type Agreed = { what: string; urgency: Urgency }

function actionFor({ what, urgency }: Agreed, found: Found): PlannedAction {
  const { day, startedOn, ownerRef, random } = found
  const dueDay = day + daysUntilDue[urgency]
  const owner = random.chance(0.07) ? null : ownerRef
  const isPast = dueDay < round.openingDay
  const doneAt =
    owner && isPast && random.chance(0.85) ? doneOn(addDays(startedOn, dueDay - 1), random) : null
  return { what, ownerRef: owner, dueOn: addDays(startedOn, dueDay - 1), doneAt }
}

function doneOn(date: string, random: Random): string {
  const evening = random.between(1_110, 1_200)
  return londonInstant(date, evening).toISOString()
}
