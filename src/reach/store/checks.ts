// What of reaching must hold on a live database?
import { sql } from 'kysely'
import type { Check } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { addsUp, type Coverage } from '../domain/coverage.ts'
import { answersNow } from './answers-now.ts'
import { type Moment, standings } from './coverage.ts'
import { recountFromLog } from './recount.ts'

/** The four parts of every round equal its listed, counted again from the raw log. */
export const coverageHolds: Check = {
  name: 'coverage identity',
  async run(tx, council, now) {
    const rounds = await tx
      .selectFrom('rounds')
      .select('id')
      .where('council', '=', council)
      .execute()
    let counted = 0
    const wrong: string[] = []
    for (const { id } of rounds) {
      const found = await differences(tx, council, { round: id, moment: { now } })
      counted += found.listed
      wrong.push(...found.wrong)
    }
    return { counted, wrong }
  },
}

export const pastMoments = 20

/** The same as it was known in the past: moments at which something was recorded, by chance. */
export const pastCoverageHolds: Check = {
  name: 'coverage at past moments',
  async run(tx, council, now) {
    const found = await sql<{ round: Id; at: Date }>`
      select r.id as round, e.recorded_at as at
      from events e join rounds r on r.council = e.council and r.started_at <= e.recorded_at
      where e.council = ${council} and e.kind = any (${movers}::text[])
      order by md5(e.seq::text || r.id::text || ${now.getTime()}::text)
      limit ${pastMoments}`.execute(tx)
    const wrong: string[] = []
    for (const { round, at } of found.rows) {
      wrong.push(...(await differences(tx, council, { round, moment: { now, at } })).wrong)
    }
    return { counted: found.rows.length, wrong }
  },
}

const movers = [
  'reach.MemberJoined',
  'reach.MemberLeft',
  'reach.MemberDropped',
  'reach.MemberRestored',
  'reach.AttemptRecorded',
  'reach.AttemptAscribed',
  'people.FlagRaised',
  'people.FlagLowered',
  'people.PeopleMerged',
  'people.PeopleUnmerged',
]

type Asked = { readonly round: Id; readonly moment: Moment }

async function differences(tx: Tx, council: string, { round, moment }: Asked) {
  const at = moment.at ?? moment.now
  const log = await recountFromLog(tx, council, { round, at })
  const shown = await sql<Coverage>`select count(*) as listed,
    count(*) filter (where state = 'reached') as reached,
    count(*) filter (where state = 'tried') as tried,
    count(*) filter (where state = 'untried') as untried,
    count(*) filter (where state = 'excused') as excused
    from (${standings(council, round, moment)}) s`.execute(tx)
  const where = `round ${round} at ${at.toISOString()}`
  const wrong: string[] = addsUp(log) ? [] : [`${where}: no sum`]
  for (const part of ['listed', 'reached', 'tried', 'untried', 'excused'] as const) {
    const here = shown.rows[0]?.[part] ?? 0
    if (here !== log[part]) wrong.push(`${where}: ${part} shows ${here}, log ${log[part]}`)
  }
  return { listed: log.listed, wrong }
}

/** Everyone still waiting has a next step, and somebody answers for the campaign. */
export const nobodyIsForgotten: Check = {
  name: 'every open member has a next step and an owner',
  async run(tx, council, now) {
    const found = await sql<{ counted: number; adrift: number; ownerless: number }>`
      select count(*) as counted,
        count(*) filter (where m.next_step = 'none' or m.next_at is null) as adrift,
        count(*) filter (where c.owner is null) as ownerless
      from members m
      join (select c.council, c.id, ${answersNow(now)} as owner from campaigns c
        where c.council = ${council} offset 0) c on c.council = m.council and c.id = m.campaign
      where m.council = ${council} and m.state in ('tried', 'untried')`.execute(tx)
    const { counted, adrift, ownerless } = found.rows[0] ?? { counted: 0, adrift: 0, ownerless: 0 }
    const wrong = []
    if (adrift > 0) wrong.push(`${adrift} waiting members have no next step`)
    if (ownerless > 0) wrong.push(`${ownerless} waiting members have nobody answerable`)
    return { counted, wrong }
  },
}
