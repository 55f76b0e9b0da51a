// Everything a caller needs about one person, on one page.
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import { getPack } from '../../hazards/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { doorstepWordsOf, hardStops } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'

export type Phone = {
  readonly id: Id
  readonly kind: 'mobile' | 'landline'
  readonly value: string
  readonly state: string
  readonly lastWorkedAt: Date | null
  readonly lastOutcome: string | null
}
export type PastAttempt = {
  readonly at: Date
  readonly channel: string
  readonly outcome: string
  /** The pack's own word, when one was chosen. */
  readonly word: string | null
  readonly by: string
}
export type Mate = {
  readonly member: Id
  readonly person: Id
  readonly name: string
  readonly state: string
}

type Person = {
  readonly id: Id
  readonly name: string
  readonly given: string
  readonly born: string | null
  readonly address: string
  readonly postcode: string
  readonly villageName: string | null
  readonly language: string | null
  readonly flags: readonly string[]
}

export type Call = {
  readonly member: Id
  readonly campaign: Id
  readonly campaignTitle: string
  readonly packId: string
  readonly packVersion: number
  readonly heldUntil: Date | null
  readonly heldBy: Id | null
  readonly state: string
  /** Where they were when they joined; where they live stands with the person. */
  readonly place: Id | null
  readonly person: Person
  readonly tries: number
  readonly triesMax: number
  readonly promisedAt: Date | null
  readonly phones: readonly Phone[]
  readonly attempts: readonly PastAttempt[]
  /** The doorstep word; null when they chose none. */
  readonly word: string | null
  /** People at the same home who are in this caller's own work. Nobody else is told of. */
  readonly mates: readonly Mate[]
}

type Row = Omit<Call, 'person' | 'triesMax' | 'word' | 'phones' | 'attempts' | 'mates'> &
  Person & {
    readonly dwelling: Id | null
    readonly round: Id
    /** The record that this one was joined into, or itself: it has the numbers of both. */
    readonly root: Id
  }

export async function findCall(tx: Tx, scope: Scope, member: Id): Promise<Call | undefined> {
  const found = await sql<Row>`
    select m.id as member, m.campaign, m.round, coalesce(c.title, '') as "campaignTitle",
      c.pack as "packId", c.pack_version as "packVersion", h.until as "heldUntil",
      h.user_id as "heldBy", m.state, m.place, m.attempts as tries, m.promised_at as "promisedAt",
      p.id, coalesce(p.name, '') as name, coalesce(p.given, '') as given, p.born::text as born,
      coalesce(p.address, '') as address, coalesce(p.postcode, '') as postcode,
      p.language, p.flags, p.dwelling, p.root, v.name as "villageName"
    from members m
    join campaigns c on c.council = m.council and c.id = m.campaign
    join people p on p.council = m.council and p.id = m.subject
    left join holds h on h.council = m.council and h.person = p.root
    left join places s on s.council = m.council and s.id = m.place
    left join places v on v.council = m.council and v.id = any (s.path) and v.kind = 'village'
    where m.council = ${scope.council} and m.id = ${member}
      and ${inScope(scope, 'm.place')}`.execute(tx)
  const row = found.rows[0]
  if (!row) return undefined
  const { id, name, given, born, address, postcode, villageName, language, flags, ...rest } = row
  const [phones, attempts, words, mates] = await Promise.all([
    phonesOf(tx, scope, row.root),
    lastAttempts(tx, scope, member),
    doorstepWordsOf(tx, scope.council, [row.id]),
    row.dwelling === null ? [] : matesOf(tx, scope, row),
  ])
  return {
    ...rest,
    person: { id, name, given, born, address, postcode, villageName, language, flags },
    triesMax: getPack(row.packId, row.packVersion).ladder.attemptsMax,
    word: words.get(row.id) ?? null,
    phones,
    attempts,
    mates,
  }
}

async function phonesOf(tx: Tx, scope: Scope, person: Id): Promise<readonly Phone[]> {
  const found = await sql<Phone>`
    select k.id, k.kind, k.value, k.state, k.last_worked_at as "lastWorkedAt",
      (select a.outcome from attempts a where a.council = k.council and a.contact_point = k.id
        order by a.happened_at desc limit 1) as "lastOutcome"
    from contact_points k
    where k.council = ${scope.council} and k.person = ${person}
      and k.kind in ('mobile', 'landline')
    order by (k.state = 'works') desc, (k.state = 'untested') desc, k.kind, k.id`.execute(tx)
  return found.rows
}

async function lastAttempts(tx: Tx, scope: Scope, member: Id): Promise<readonly PastAttempt[]> {
  const found = await sql<PastAttempt>`
    select a.happened_at as at, a.channel, a.outcome, a.word, coalesce(u.name, '') as by
    from attempts a left join users u on u.council = a.council and u.id = a.by_user
    where a.council = ${scope.council} and a.member = ${member}
      and a.outcome <> 'skipped'
    order by a.happened_at desc, a.id desc limit 3`.execute(tx)
  return found.rows
}

async function matesOf(tx: Tx, scope: Scope, row: Row): Promise<readonly Mate[]> {
  const found = await sql<Mate>`
    select m.id as member, p.id as person, coalesce(p.name, '') as name, m.state
    from people p join members m on m.council = p.council and m.subject = p.id
    where p.council = ${scope.council} and p.dwelling = ${row.dwelling} and p.id <> ${row.id}
      and m.round = ${row.round} and m.state in ('tried', 'untried')
      and not p.flags && ${[...hardStops]}::text[] and p.merged_into is null
      and ${inScope(scope, 'm.place')}
    order by p.name limit 5`.execute(tx)
  return found.rows
}
