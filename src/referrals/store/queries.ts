// Which referrals are there, and what became of them? Whoever asks names their scope first.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Basis, DeclineReason, State, Urgency, Way } from '../domain/terms.ts'

export type Referral = {
  readonly id: Id
  readonly person: Id
  /** Empty for somebody who was erased. */
  readonly name: string
  readonly need: Id | null
  readonly needKind: string | null
  readonly way: Way
  readonly basis: Basis
  readonly urgency: Urgency
  readonly partner: string
  readonly email: string | null
  readonly ask: string | null
  readonly sentAt: Date
  readonly sentByName: string
  readonly answerBy: Date
  readonly expiresAt: Date
  readonly state: State
  readonly stateAt: Date
  readonly answeredHow: 'partner' | 'staff' | null
  readonly reason: DeclineReason | null
  readonly reply: string | null
  readonly lateAt: Date | null
  readonly opened: number
  readonly openedAt: Date | null
}

const shownMax = 500

/** What waits longest first; then what is over, the latest first. */
export async function referralsOf(tx: Tx, scope: Scope): Promise<readonly Referral[]> {
  const found = await sql<Referral>`${rowOf(scope)}
    order by f.state not in ('sent', 'accepted'), f.state <> 'sent',
      case when f.state in ('sent', 'accepted') then f.answer_by end, f.state_at desc, f.id
    limit ${shownMax}`.execute(tx)
  return found.rows
}

export async function findReferral(tx: Tx, scope: Scope, id: Id): Promise<Referral | undefined> {
  const found = await sql<Referral>`${rowOf(scope)} and f.id = ${id}`.execute(tx)
  return found.rows[0]
}

export async function referralsAbout(
  tx: Tx,
  scope: Scope,
  person: Id,
): Promise<readonly Referral[]> {
  const found = await sql<Referral>`${rowOf(scope)} and r.id = (select root from people
      where council = ${scope.council} and id = ${person})
    order by f.sent_at desc, f.id limit 50`.execute(tx)
  return found.rows
}

function rowOf(scope: Scope): RawBuilder<Referral> {
  return sql<Referral>`select f.id, coalesce(r.id, f.person) as person,
      coalesce(r.name, '') as name, f.need, n.kind as "needKind", f.way, f.basis, f.urgency,
      coalesce(f.partner, '') as partner, f.email, f.ask, f.sent_at as "sentAt",
      coalesce(u.name, '') as "sentByName", f.answer_by as "answerBy",
      f.expires_at as "expiresAt", f.state, f.state_at as "stateAt",
      f.answered_how as "answeredHow", f.reason, f.reply, f.late_at as "lateAt", f.opened,
      f.opened_at as "openedAt"
    from referrals f
    left join needs n on n.council = f.council and n.id = f.need
    left join users u on u.council = f.council and u.id = f.sent_by
    left join people p on p.council = f.council and p.id = f.person and p.erased_at is null
    left join people r on r.council = p.council and r.id = p.root and r.erased_at is null
    where f.council = ${scope.council} and ${inScope(scope, 'f.place')}`
}

/** Whom something may be passed on about: nobody outside the scope. */
export async function findWhom(
  tx: Tx,
  scope: Scope,
  person: Id,
): Promise<{ readonly id: Id; readonly name: string } | undefined> {
  const found = await sql<{ id: Id; name: string }>`select r.id, coalesce(r.name, '') as name
    from people p join people r on r.council = p.council and r.id = p.root
    where p.council = ${scope.council} and p.id = ${person} and r.erased_at is null
      and ${inScope(scope, 'r.place')}`.execute(tx)
  return found.rows[0]
}

export type Clocked = Pick<Referral, 'id' | 'partner' | 'state'> & {
  readonly answerBy: Date
  readonly expiresAt: Date
  readonly isLate: boolean
}

/** Those of which the clock may have something to say. */
export async function dueReferrals(tx: Tx, council: string, now: number) {
  const at = new Date(now)
  const found = await sql<Clocked>`select id, coalesce(partner, '') as partner, state,
      answer_by as "answerBy", expires_at as "expiresAt", late_at is not null as "isLate"
    from referrals where council = ${council} and state in ('sent', 'accepted')
      and (expires_at <= ${at} or (answer_by <= ${at} and late_at is null and state = 'sent'))
    order by answer_by, id limit ${shownMax}`.execute(tx)
  return found.rows
}

export type Answered = {
  readonly id: Id
  readonly state: State
  readonly sentBy: Id
  readonly isLate: boolean
  readonly flags: readonly string[]
  readonly language: string | null
  /** The resident's own, if one may still work. */
  readonly email: string | null
}

/** Of which somebody may still have to hear: what changed since that moment. */
export async function newsSince(tx: Tx, council: string, since: Date) {
  const found = await sql<Answered>`select f.id, f.state, f.sent_by as "sentBy",
      f.late_at is not null as "isLate", coalesce(r.flags, '{}') as flags, r.language,
      (select c.value from contact_points c where c.council = r.council and c.person = r.id
        and c.kind = 'email' and c.state not in ('barred', 'wrong')
        order by c.state = 'works' desc, c.id limit 1) as email
    from referrals f
    left join people p on p.council = f.council and p.id = f.person and p.erased_at is null
    left join people r on r.council = p.council and r.id = p.root and r.erased_at is null
    where f.council = ${council} and (f.state_at > ${since} or f.late_at > ${since})
      and (f.state <> 'sent' or f.late_at is not null)
    order by f.state_at, f.id`.execute(tx)
  return found.rows
}

export type Facts = {
  readonly given: string
  readonly family: string
  readonly address: string
  readonly postcode: string
  readonly phone: string | null
}

export type Offered = Pick<Referral, 'id' | 'partner' | 'way' | 'urgency' | 'needKind'> &
  Pick<Referral, 'ask' | 'state' | 'answerBy' | 'expiresAt' | 'reply' | 'email'> & {
    readonly person: Id
    readonly village: string | null
    readonly language: string | null
    readonly sentByName: string
  }

/** What a partner is shown before a yes: no name, no street. Only through an open door. */
export async function offeredTo(tx: Tx, council: string, id: Id): Promise<Offered | undefined> {
  const found = await sql<Offered>`select f.id, coalesce(f.partner, '') as partner, f.way,
      f.urgency, n.kind as "needKind", f.ask, f.state, f.answer_by as "answerBy",
      f.expires_at as "expiresAt", f.reply, f.email, r.id as person, v.name as village,
      r.language, coalesce(u.name, '') as "sentByName"
    from referrals f
    join people p on p.council = f.council and p.id = f.person
    join people r on r.council = p.council and r.id = p.root and r.erased_at is null
    left join needs n on n.council = f.council and n.id = f.need
    left join users u on u.council = f.council and u.id = f.sent_by
    left join places s on s.council = f.council and s.id = f.place
    left join places v on v.council = s.council and v.id = any (s.path) and v.kind = 'village'
    where f.council = ${council} and f.id = ${id}`.execute(tx)
  return found.rows[0]
}

export async function factsAbout(tx: Tx, council: string, person: Id): Promise<Facts | undefined> {
  const found = await sql<Facts>`select coalesce(r.given, '') as given,
      coalesce(r.family, '') as family, coalesce(r.address, '') as address,
      coalesce(r.postcode, '') as postcode,
      (select c.value from contact_points c where c.council = r.council and c.person = r.id
        and c.kind in ('landline', 'mobile') and c.state not in ('barred', 'wrong')
        order by c.state = 'works' desc, c.kind, c.id limit 1) as phone
    from people r where r.council = ${council} and r.id = ${person}
      and r.erased_at is null`.execute(tx)
  return found.rows[0]
}
