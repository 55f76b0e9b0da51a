// What has happened in the round by the moment the demo opens: every attempt, in time order?
import { addDays, dayMs, londonDate, londonInstant } from './london-time.ts'
import { needsFound } from './needs.ts'
import { at, type Random, stream } from './random.ts'
import { roundMembers } from './round-members.ts'
import { type Rota, rotaOf, timesFor } from './round-rota.ts'
import { contactPointOf, type Try, triesFor } from './round-tries.ts'
import type { Story } from './story.ts'
import type { District, Outcome, Person, PlannedAttempt, RoundPlan, Staff } from './types.ts'
import { round } from './workload.ts'

/** A try with the one who made it; its time comes once their whole day is known. */
type Draft = { person: Person; made: Try; before: Try[]; by: Staff; at: Date; next: Draft | null }

export function roundPlan(district: District): RoundPlan {
  const members = roundMembers(district)
  const { story } = district
  const random = stream(district.seed, 'round-tries')
  const rota = rotaOf(district)
  const drafts = members.flatMap(member => draftsOf(member.person, triesFor(member, random), rota))
  setTimes(drafts, district)
  const owners = ownersOf(district)
  const attempts = drafts
    .map(draft => attemptOf(draft, { owner: owners(draft.person), story, random }))
    .sort((a, b) => a.at.localeCompare(b.at) || a.personRef.localeCompare(b.personRef))
  return {
    campaign: campaignOf(story),
    days: daysOf(attempts, story),
    members: members.map(({ person, target }) => ({
      personRef: person.ref,
      villageRef: person.villageRef,
      target,
    })),
  }
}

function campaignOf({ startedOn, openingMinutes }: Story): RoundPlan['campaign'] {
  const { name, openingDay } = round
  const openingDate = addDays(startedOn, openingDay - 1)
  return {
    name,
    startedOn,
    openedAt: londonInstant(startedOn, 8 * 60 + 45).toISOString(),
    demoOpensAt: londonInstant(openingDate, openingMinutes).toISOString(),
  }
}

function draftsOf(person: Person, tries: Try[], rota: Rota): Draft[] {
  const drafts = tries.map((made, index): Draft => {
    const before = tries.slice(0, index)
    return { person, made, before, by: rota(person, made), at: new Date(0), next: null }
  })
  drafts.forEach((draft, index) => {
    draft.next = drafts[index + 1] ?? null
  })
  return drafts
}

function setTimes(drafts: Draft[], { seed, story }: District): void {
  const shifts = Map.groupBy(drafts, ({ by, made }) => `${made.day}/${by.ref}`)
  for (const shift of shifts.values()) {
    const { by, made } = at(shift, 0)
    const inOrder = stream(seed, `order/${by.ref}/${made.day}`).shuffled(shift)
    const times = timesFor(by, made.day, { count: inOrder.length, seed, story })
    inOrder.forEach((draft, index) => {
      draft.at = at(times, index)
    })
  }
}

/** Who looks after a person's actions: whoever took their street, else the coordinator. */
function ownersOf({ places }: District): (person: Person) => string | null {
  const streets = new Map(places.streets.map(street => [street.ref, street.ownerRef]))
  const villages = new Map(places.villages.map(village => [village.ref, village.coordinatorRef]))
  return ({ streetRef, villageRef }) =>
    streets.get(streetRef ?? '') ?? villages.get(villageRef) ?? null
}

type Telling = { owner: string | null; story: Story; random: Random }

function attemptOf(draft: Draft, { owner, story, random }: Telling): PlannedAttempt {
  const { person, made, before, by } = draft
  const ownerRef = owner ?? by.ref
  const isComplete = made.outcome === 'spoke_complete'
  return {
    personRef: person.ref,
    at: draft.at.toISOString(),
    byRef: by.ref,
    channel: made.channel,
    contactPoint: contactPointOf(person, made, before),
    outcome: made.outcome,
    callBackAt: made.outcome === 'call_back_later' ? callBackAt(draft, story, random) : null,
    needs: isComplete
      ? needsFound({ day: made.day, startedOn: story.startedOn, ownerRef, random })
      : [],
    note: random.pick(notes[made.outcome]),
  }
}

/** The agreed time: shortly before the next try, or, where none came yet, today or tomorrow. */
function callBackAt({ next, at: rangAt }: Draft, story: Story, random: Random): string {
  if (next) return new Date(next.at.getTime() - random.between(0, 4) * 300_000).toISOString()
  const openingDate = addDays(story.startedOn, round.openingDay - 1)
  const today = londonInstant(openingDate, random.between(20, 36) * 30)
  const isToday = today.getTime() > rangAt.getTime() && random.chance(0.8)
  return new Date(today.getTime() + (isToday ? 0 : dayMs)).toISOString()
}

function daysOf(attempts: PlannedAttempt[], { startedOn }: Story): RoundPlan['days'] {
  const byDate = Map.groupBy(attempts, ({ at }) => londonDate(Date.parse(at)))
  return Array.from({ length: round.openingDay }, (_, index) => {
    const date = addDays(startedOn, index)
    return { day: index + 1, date, attempts: byDate.get(date) ?? [] }
  })
}

const notes: Record<Outcome, string[]> = {
  spoke_complete: [
    '',
    '',
    'Cheerful, glad we rang.',
    'Has family near.',
    'Asked who had the list.',
  ],
  spoke_no_help_wanted: [
    '',
    'Has all they need from a neighbour.',
    'Will ring us if things change.',
  ],
  refused: ['Does not want to be rung again.', 'Asked to be left alone.'],
  call_back_later: ['Nurse was there.', 'Having lunch.', 'Asked for the afternoon.'],
  interrupted: ['Line went dead after a minute.', 'Someone came to the door.'],
  voicemail_left: ['', 'Left our number.', 'Left word that we had tried.'],
  no_answer: ['', '', 'Rang for a full minute.'],
  wrong_number: ['The number belongs to somebody else.'],
  technical_fault: ['Our line failed.'],
  skipped: ['Left for the next caller.'],
  deceased_reported: ['A relative says they have died. Not confirmed.'],
  moved_reported: ['Neighbour says they moved away.', 'Now lives with a daughter.'],
  someone_else: ['Spoke to the husband; she was asleep.', 'A grandson answered, will pass it on.'],
}
