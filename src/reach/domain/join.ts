// How does a person, dwelling or organisation become a member? Once per round, with a next step.
import type { Draft } from '../../events/kinds.ts'
import type { HazardPack } from '../../hazards/domain/index.ts'
import { type Id, idFrom } from '../../kernel/ids.ts'
import { memberJoined, memberMoved } from './events.ts'
import { firstStep } from './next-step.ts'
import { type Spreading, spreadOut } from './spread-out.ts'
import type { Excuse, MemberKind } from './terms.ts'
import { type Works, whereItWorks } from './what-works.ts'

export type Candidate = {
  readonly subject: Id
  readonly kind: MemberKind
  readonly place: Id | null
  /** Somebody may ring them: a usable phone and no hard stop on it. */
  readonly canRing: boolean
  /** Why they are out from the start, such as a death that the list itself reports. */
  readonly excuse: Excuse | null
  /** What works where they live; without it, as far as we know everything. */
  readonly works?: Works | null
  /** A promise of the round before that nobody kept yet; milliseconds since 1970 UTC. */
  readonly promisedAt?: number | null
}

export type Joining = {
  readonly campaign: Id
  readonly round: Id
  readonly pack: HazardPack
  readonly list: string | null
  readonly now: number
}

/** The same subject has the same member id in a round, so nobody can join twice. */
export function memberId(round: Id, subject: Id): Id {
  return idFrom('member', round, subject)
}

export function joined(candidate: Candidate, joining: Joining): Draft {
  const { subject, kind, place } = candidate
  const { campaign, round, list } = joining
  const promisedAt = candidate.canRing ? (candidate.promisedAt ?? null) : null
  const first = firstStep(joining.pack, candidate.canRing, joining.now)
  const usual = candidate.works ? whereItWorks(first, candidate.works, joining.now) : first
  const next = promisedAt === null ? usual : { step: 'ring' as const, at: promisedAt }
  const member = memberId(round, subject)
  const promise = promisedAt === null ? {} : { promisedAt }
  const body = { member, campaign, round, kind, subject, list, next, ...promise }
  return memberJoined({ subjects: [subject], place, body })
}

/** All of a cohort, with what follows for some at once; spread over days where that is asked. */
export function joinAll(
  cohort: readonly Candidate[],
  joining: Joining,
  spreading?: Spreading,
): Draft[] {
  const wait = cohort.filter(one => one.excuse === null).map(one => one.subject)
  const days = spreading ? spreadOut(wait, spreading) : new Map<Id, number>()
  const of = (one: Candidate) => ({ ...joining, now: days.get(one.subject) ?? joining.now })
  const excused = cohort.flatMap(one => excusedAtOnce(one, joining))
  return [...cohort.map(one => joined(one, of(one))), ...excused]
}

/** Follows a join when the list itself says why not to contact them. */
export function excusedAtOnce(candidate: Candidate, joining: Joining): Draft[] {
  if (candidate.excuse === null) return []
  const member = memberId(joining.round, candidate.subject)
  const next = { step: 'officer' as const, at: joining.now }
  const body = { member, state: 'excused' as const, reason: candidate.excuse, next }
  return [memberMoved({ subjects: [candidate.subject], place: candidate.place, body })]
}
