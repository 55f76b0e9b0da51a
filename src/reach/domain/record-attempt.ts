// Somebody tried to reach a member: what happened, what they need, and what follows.
import { z } from 'zod'
import { worryDraft } from '../../concerns/domain/index.ts'
import { type Command, command, type DecideContext, decided } from '../../events/commands.ts'
import type { Draft } from '../../events/kinds.ts'
import {
  coreOutcomes,
  findNeedKind,
  findOutcomeWord,
  getPack,
  type HazardPack,
} from '../../hazards/domain/index.ts'
import { dayMs, hourMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { needFound, urgencies } from '../../needs/domain/index.ts'
import {
  contactPointChanged,
  flagRaised,
  mayContact,
  type PersonFlag,
} from '../../people/domain/index.ts'
import { attemptRecorded } from './events.ts'
import { type Standing, standingAfter, standingAt } from './member-state.ts'
import { type NextStep, nextStep } from './next-step.ts'
import { meanings } from './outcomes.ts'
import { channels } from './terms.ts'

/** A phone's clock may be wrong by a day; further ahead is a mistake (ARCHITECTURE §10). */
const clockSkewMsMax = dayMs
const noteLengthMax = 2_000
const needsMax = 9
/** Milliseconds since 1970 UTC, up to the year 2100. */
const moment = z.number().int().min(0).max(4_102_444_800_000)

export const RecordAttempt = z.strictObject({
  attempt: z.uuid(),
  member: z.uuid(),
  channel: z.enum(channels),
  contactPoint: z.uuid().nullable(),
  outcome: z.enum(coreOutcomes),
  /** A word of the hazard pack whose meaning is this outcome. */
  word: z.string().max(40).optional(),
  needs: z
    .array(z.strictObject({ kind: z.string().max(40), urgency: z.enum(urgencies) }))
    .max(needsMax),
  note: z.string().max(noteLengthMax),
  /** Milliseconds since 1970 UTC. */
  promisedAt: moment.nullable(),
  happenedAt: moment.nullable(),
  scriptVersion: z.number().nullable(),
})
export type RecordAttempt = z.infer<typeof RecordAttempt>

export type AttemptState = {
  readonly campaign: Id
  readonly round: Id
  readonly pack: string
  readonly packVersion: number
  /** How long being reached holds in this campaign; null: for the whole round. */
  readonly lastsHours: number | null
  /** The person it is about; null for a dwelling or an organisation. */
  readonly person: Id | null
  readonly subject: Id
  readonly place: Id | null
  readonly flags: readonly string[]
  readonly standing: Standing
  readonly attempts: number
  readonly promisedAt: number | null
  readonly next: NextStep
  /** Phones that may be rung; ids of contact points. */
  readonly phones: readonly Id[]
}

export const recordAttempt: Command<RecordAttempt, AttemptState> = command({
  name: 'reach.record-attempt',
  input: RecordAttempt,
  may: 'reach.record',
  decide(state, input, context) {
    const happenedAt = input.happenedAt ?? context.now
    if (happenedAt > context.now + clockSkewMsMax) return refuse('attempt-in-future')
    const pack = getPack(state.pack, state.packVersion)
    const isKnown = input.needs.every(need => findNeedKind(pack, need.kind))
    if (!isKnown) return refuse('unknown-need', { needs: 'unknown-need' })
    if (!means(pack, input)) return refuse('unknown-outcome')
    const attempt = recorded(state, input, { pack, happenedAt })
    const found = state.person ? needsFound(state, input, { ...context, happenedAt }) : []
    const learned = state.person ? lessons(state, input, happenedAt) : []
    const worries = state.person ? dangers(state, input, { ...context, happenedAt, pack }) : []
    const events = [attempt, ...found, ...learned, ...worries]
    const answer = { attempt: input.attempt, needs: found.length, worries: worries.length }
    return decided(events, answer)
  },
})

/** A pack's word may say more than a core outcome, never something else. */
function means(pack: HazardPack, { word, outcome }: RecordAttempt): boolean {
  return word === undefined || findOutcomeWord(pack, word)?.core === outcome
}

type Made = { readonly pack: HazardPack; readonly happenedAt: number }

function recorded(state: AttemptState, input: RecordAttempt, { pack, happenedAt }: Made): Draft {
  const { attempt, member, channel, contactPoint, outcome, scriptVersion } = input
  const { isAttempt, asked } = meanings[outcome]
  const lasts = state.lastsHours
  const until = lasts === null ? null : happenedAt + lasts * hourMs
  const stood = standingAt(state.standing, happenedAt)
  const standing = standingAfter(stood, outcome, until)
  // A promise stands until somebody tried to keep it.
  const promisedAt = input.promisedAt ?? (isAttempt ? null : state.promisedAt)
  const history = {
    attempts: state.attempts + (isAttempt ? 1 : 0),
    phonesLeft: phonesLeft(state, input),
    mayRing: mayContact(state.flags, 'call'),
    promisedAt: input.promisedAt,
    before: hasRunOut(state, stood) ? undefined : state.next,
  }
  const way = channel === 'inbound' ? 'call' : channel
  return attemptRecorded({
    subjects: [state.subject],
    place: state.place,
    happenedAt,
    body: {
      attempt,
      campaign: state.campaign,
      round: state.round,
      member,
      channel,
      contactPoint,
      outcome,
      ...(input.word === undefined ? {} : { word: input.word }),
      wasStopped: !mayContact(state.flags, way),
      isAttempt,
      asked,
      needs: input.needs.length,
      ...standing,
      promisedAt,
      scriptVersion,
      next: nextStep(pack, outcome, { history, now: happenedAt }),
    },
    ...(input.note.trim() === '' ? {} : { words: { note: input.note } }),
  })
}

/** Being reached ran out meanwhile: what was to come then is no longer what is next. */
function hasRunOut(state: AttemptState, stood: Standing): boolean {
  return state.standing.state !== stood.state
}

function phonesLeft(state: AttemptState, input: RecordAttempt): number {
  if (input.outcome !== 'wrong_number') return state.phones.length
  return state.phones.filter(phone => phone !== input.contactPoint).length
}

type Context = DecideContext & { readonly happenedAt: number }

function needsFound(state: AttemptState, input: RecordAttempt, context: Context): Draft[] {
  const person = state.person ?? ''
  const how =
    input.channel === 'inbound' ? 'inbound' : input.channel === 'doorstep' ? 'doorstep' : 'call'
  return input.needs.map(({ kind, urgency }) =>
    needFound({
      subjects: [person],
      place: state.place,
      happenedAt: context.happenedAt,
      body: {
        need: context.newId(),
        person,
        campaign: state.campaign,
        attempt: input.attempt,
        kind,
        urgency,
        how,
      },
      ...(input.note.trim() === '' ? {} : { words: { words: input.note } }),
    }),
  )
}

/** A word of the pack that means danger is a welfare concern at once. */
function dangers(state: AttemptState, input: RecordAttempt, context: Context & Made): Draft[] {
  const { pack, happenedAt, now } = context
  const rule = pack.concern
  if (input.word === undefined || !rule.dangerWords.includes(input.word)) return []
  const told = {
    worry: context.newId(),
    person: state.person ?? '',
    place: state.place,
    cause: 'danger-word' as const,
    attempt: input.attempt,
    isDanger: true,
    words: input.note,
  }
  return [worryDraft(told, { now, happenedAt, rule })]
}

const raises: Partial<Record<RecordAttempt['outcome'], PersonFlag>> = {
  deceased_reported: 'deceased-reported',
  moved_reported: 'moved-reported',
}

/** What the attempt teaches about the person: a number works or is wrong, a death, a move. */
function lessons(state: AttemptState, input: RecordAttempt, happenedAt: number): Draft[] {
  const person = state.person ?? ''
  const base = { subjects: [person], place: state.place, happenedAt }
  const drafts: Draft[] = []
  const flag = raises[input.outcome]
  if (flag && !state.flags.includes(flag)) {
    drafts.push(flagRaised({ ...base, body: { person, flag, source: 'attempt' } }))
  }
  const worked = numberState(input.outcome)
  if (input.contactPoint && worked) {
    const contactPoint = input.contactPoint
    const workedAt = worked === 'works' ? happenedAt : null
    const body = { person, contactPoint, state: worked, workedAt }
    drafts.push(contactPointChanged({ ...base, body }))
  }
  return drafts
}

function numberState(outcome: RecordAttempt['outcome']): 'works' | 'wrong' | undefined {
  if (outcome === 'wrong_number') return 'wrong'
  return meanings[outcome].bucket === 'reached' || outcome === 'someone_else' ? 'works' : undefined
}
