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
  isAtRisk,
} from '../../hazards/domain/index.ts'
import { dayMs, hourMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { needFound, urgencies } from '../../needs/domain/index.ts'
import { contactPointChanged, flagRaised, mayContact } from '../../people/domain/index.ts'
import { attemptRecorded } from './events.ts'
import { knownOf, leftAlone, type Risk } from './left-alone.ts'
import { type Standing, standingAfter, standingAt } from './member-state.ts'
import { type NextStep, nextStep } from './next-step.ts'
import { awayDaysMax, awayUntil, type Meaning, meanings } from './outcomes.ts'
import { channels } from './terms.ts'
import { meaningOfTheirCall, nextAfterTheirCall } from './their-call.ts'
import type { Works } from './what-works.ts'

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
  /** The time that the outcome speaks of: away until, supply off or on since. */
  told: moment.nullable().optional(),
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
  /** What puts somebody at risk, and what nobody answered; none for a dwelling. */
  readonly risk?: Risk | undefined
  readonly standing: Standing
  readonly attempts: number
  readonly promisedAt: number | null
  readonly next: NextStep
  /** Phones that may be rung; ids of contact points. */
  readonly phones: readonly Id[]
  /** What works where they live. */
  readonly works?: Works | undefined
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
    const lacking = lacks(input, { isPerson: state.person !== null, happenedAt })
    if (lacking) return refuse('invalid', lacking)
    const attempt = recorded(state, input, { pack, happenedAt })
    const found = state.person ? needsFound(state, input, { ...context, happenedAt }) : []
    const learned = state.person ? lessons(state, input, happenedAt) : []
    const worries = state.person ? worriesOf(state, input, { ...context, happenedAt, pack }) : []
    const left = state.person ? leftAlone(state, input, { ...context, happenedAt, pack }) : []
    const events = [attempt, ...found, ...learned, ...worries, ...left]
    const answer = { attempt: input.attempt, needs: found.length, worries: worries.length }
    return decided(events, answer)
  },
})

/** A pack's word may say more than a core outcome, never something else. */
function means(pack: HazardPack, { word, outcome }: RecordAttempt): boolean {
  return word === undefined || findOutcomeWord(pack, word)?.core === outcome
}

type About = { readonly isPerson: boolean; readonly happenedAt: number }

/** What an outcome needs to be true and useful: a day that ends, a place, a home. */
function lacks(
  { outcome, note, told }: RecordAttempt,
  about: About,
): Record<string, string> | undefined {
  const { tells, usualDays, onlyHomes } = meanings[outcome]
  if (onlyHomes && about.isPerson) return { outcome: 'only-homes' }
  if (tells === 'where' && note.trim() === '') return { note: 'where' }
  if (tells !== 'until') return undefined
  if (!told) return usualDays === undefined ? { told: 'until' } : undefined
  const isWithin = told > about.happenedAt && told <= about.happenedAt + awayDaysMax * dayMs
  return isWithin ? undefined : { told: 'until' }
}

type Made = { readonly pack: HazardPack; readonly happenedAt: number }

function recorded(state: AttemptState, input: RecordAttempt, { pack, happenedAt }: Made): Draft {
  const { attempt, member, channel, contactPoint, outcome, scriptVersion } = input
  const { isAttempt, asked, bucket } = meaningOf(input)
  const lasts = state.lastsHours
  const told = input.told ?? null
  const backAt = awayUntil(outcome, told, happenedAt)
  const until = backAt ?? (lasts === null ? null : happenedAt + lasts * hourMs)
  const stood = standingAt(state.standing, happenedAt)
  const standing = bucket === null ? stood : standingAfter(stood, outcome, until)
  // A promise stands until somebody tried to keep it.
  const kept = input.promisedAt ?? (isAttempt ? null : state.promisedAt)
  const promisedAt = backAt === null ? kept : null
  const history = {
    attempts: state.attempts + (isAttempt ? 1 : 0),
    phonesLeft: phonesLeft(state, input),
    mayRing: mayContact(state.flags, 'call'),
    promisedAt: input.promisedAt,
    ...(backAt === null ? {} : { backAt }),
    before: hasRunOut(state, stood) ? undefined : state.next,
    works: state.works,
  }
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
      // A stop is about our making contact; they may ring us all the same.
      wasStopped: channel !== 'inbound' && !mayContact(state.flags, channel),
      isAttempt,
      asked,
      needs: input.needs.length,
      ...standing,
      promisedAt,
      ...toldOf(outcome, backAt ?? told),
      scriptVersion,
      next: isTheirs(input)
        ? theirNext(state, input, { pack, happenedAt })
        : nextStep(pack, outcome, { history, now: happenedAt }),
    },
    ...(input.note.trim() === '' ? {} : { words: { note: input.note } }),
  })
}

/** Kept only where the outcome speaks of a time. */
function toldOf(outcome: RecordAttempt['outcome'], told: number | null) {
  const { tells } = meanings[outcome]
  return told === null || (tells !== 'until' && tells !== 'since') ? {} : { told }
}

/** Rang us, and nobody was reached or lost by it. */
function isTheirs(input: RecordAttempt): boolean {
  return input.channel === 'inbound' && meaningOf(input).bucket === null
}

function meaningOf({ channel, outcome }: RecordAttempt): Meaning {
  return channel === 'inbound' ? meaningOfTheirCall(outcome) : meanings[outcome]
}

function theirNext(state: AttemptState, input: RecordAttempt, { pack, happenedAt }: Made) {
  const canRing = state.phones.length > 0 && mayContact(state.flags, 'call')
  const left = { promisedAt: input.promisedAt, canRing, before: state.next }
  return nextAfterTheirCall(pack, input.outcome, { left, now: happenedAt })
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

/** A word of the pack that means danger, or an outcome that is a worry, is a concern at once. */
function worriesOf(state: AttemptState, input: RecordAttempt, context: Context & Made): Draft[] {
  const { pack, happenedAt, now } = context
  const rule = pack.concern
  const isDanger = input.word !== undefined && rule.dangerWords.includes(input.word)
  if (!isDanger && !isWorry(rule, state, input)) return []
  const told = {
    worry: context.newId(),
    person: state.person ?? '',
    place: state.place,
    cause: isDanger ? ('danger-word' as const) : ('outcome' as const),
    attempt: input.attempt,
    isDanger,
    words: input.note,
  }
  return [worryDraft(told, { now, happenedAt, rule })]
}

function isWorry(
  rule: HazardPack['concern'],
  state: AttemptState,
  { outcome }: RecordAttempt,
): boolean {
  return rule.worries.some(
    one => one.outcome === outcome && (one.of === 'anybody' || isAtRisk(rule, knownOf(state))),
  )
}

/** What the attempt teaches about the person: a number works or is wrong, a death, a move. */
function lessons(state: AttemptState, input: RecordAttempt, happenedAt: number): Draft[] {
  const person = state.person ?? ''
  const base = { subjects: [person], place: state.place, happenedAt }
  const drafts: Draft[] = []
  const flag = meanings[input.outcome].raises
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
