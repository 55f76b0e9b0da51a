// By which tries, on which days, did each listed person come to the state they are in?
import { at, type Random } from './random.ts'
import type { Member } from './round-members.ts'
import type { Channel, Outcome, Person, ReachTarget } from './types.ts'
import { round } from './workload.ts'

export type Try = { day: number; channel: Channel; outcome: Outcome }

const failuresBefore: Record<ReachTarget, readonly (readonly [number, number])[]> = {
  reached: [
    [0, 62],
    [1, 25],
    [2, 10],
    [3, 3],
  ],
  tried: [
    [1, 50],
    [2, 32],
    [3, 18],
  ],
  excused: [
    [0, 70],
    [1, 30],
  ],
  untried: [[0, 1]],
}

const callFailures = [
  ['no_answer', 50],
  ['voicemail_left', 25],
  ['wrong_number', 6],
  ['call_back_later', 8],
  ['interrupted', 3],
  ['technical_fault', 3],
  ['someone_else', 5],
] as const

const doorFailures = [
  ['no_answer', 60],
  ['voicemail_left', 25],
  ['someone_else', 15],
] as const

const endings: Record<'reached' | 'excused', readonly (readonly [Outcome, number])[]> = {
  reached: [
    ['spoke_complete', 86],
    ['spoke_no_help_wanted', 14],
  ],
  excused: [
    ['refused', 45],
    ['moved_reported', 40],
    ['deceased_reported', 15],
  ],
}

export function triesFor(member: Member, random: Random): Try[] {
  if (member.isKnownDead) return []
  const { target, person } = member
  if (target === 'untried') return maybeSkipped(member, random)
  const hasEnding = target !== 'tried'
  const wished = random.weighted(failuresBefore[target]) + (hasEnding ? 1 : 0)
  const days = daysFor(member, wished, random)
  return days.map((day, index) => {
    const isEnding = hasEnding && index === days.length - 1
    const channel = channelFor(person, { number: index + 1, isEnding }, random)
    const outcome = isEnding ? random.weighted(endings[target]) : failure(channel, random)
    return { day, channel, outcome }
  })
}

/** Now and then a caller opens a person and does not ring: no attempt, still not yet tried. */
function maybeSkipped({ person, isNewcomer }: Member, random: Random): Try[] {
  if (isNewcomer || !hasPhone(person) || !random.chance(0.03)) return []
  return [{ day: random.between(2, 5), channel: 'call', outcome: 'skipped' }]
}

/** One try a day at most; newcomers were not known before the last day. */
function daysFor({ isNewcomer }: Member, wished: number, random: Random): number[] {
  const { openingDay } = round
  if (isNewcomer) return [openingDay]
  const early = random.shuffled([1, 2, 3, 4, 5]).slice(0, wished)
  if (random.chance(0.09)) early[early.length - 1] = openingDay
  return early.sort((a, b) => a - b)
}

type Turn = { number: number; isEnding: boolean }

function channelFor(person: Person, { number, isEnding }: Turn, random: Random): Channel {
  if (!hasPhone(person)) return isEnding || random.chance(0.55) ? 'doorstep' : 'letter'
  if (number >= 3 && random.chance(0.5)) return 'doorstep'
  if (number >= 2 && !isEnding && person.mobile && random.chance(0.2)) return 'text'
  return 'call'
}

function failure(channel: Channel, random: Random): Outcome {
  if (channel === 'call') return random.weighted(callFailures)
  if (channel === 'doorstep') return random.weighted(doorFailures)
  // A letter or a text leaves word; nobody has spoken yet.
  return 'voicemail_left'
}

export const hasPhone = ({ mobile, landline }: Person) => mobile !== null || landline !== null

/** The number or door that a try used; a wrong number sends the next try to the other one. */
export function contactPointOf(person: Person, made: Try, before: readonly Try[]) {
  const { mobile, landline, address } = person
  if (made.channel === 'text' && mobile) return { kind: 'mobile' as const, value: mobile }
  if (made.channel === 'doorstep' || made.channel === 'letter') {
    const value = [at(address.lines, 0), ...address.lines.slice(1), address.postcode].join(', ')
    return { kind: 'address' as const, value }
  }
  const wasWrong = before.some(one => one.outcome === 'wrong_number')
  if (mobile && (!landline || wasWrong)) return { kind: 'mobile' as const, value: mobile }
  return { kind: 'landline' as const, value: landline ?? '' }
}
