// What of reaching must hold on a live database?
import { sql } from 'kysely'
import type { Check } from '../../events/index.ts'
import { standings } from './coverage.ts'
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
      const log = await recountFromLog(tx, council, { round: id, at: now })
      const shown = await sql<typeof log>`select count(*) as listed,
        count(*) filter (where state = 'reached') as reached,
        count(*) filter (where state = 'tried') as tried,
        count(*) filter (where state = 'untried') as untried,
        count(*) filter (where state = 'excused') as excused
        from (${standings(council, id, { now })}) s`.execute(tx)
      counted += log.listed
      for (const part of ['listed', 'reached', 'tried', 'untried', 'excused'] as const) {
        const here = shown.rows[0]?.[part] ?? 0
        if (here !== log[part]) wrong.push(`round ${id}: ${part} shows ${here}, log ${log[part]}`)
      }
      const { reached, tried, untried, excused, listed } = log
      if (reached + tried + untried + excused !== listed) wrong.push(`round ${id}: no sum`)
    }
    return { counted, wrong }
  },
}

/** Everyone still waiting has a next step, and somebody answers for the campaign. */
export const nobodyIsForgotten: Check = {
  name: 'every open member has a next step and an owner',
  async run(tx, council) {
    const found = await sql<{ counted: number; adrift: number; ownerless: number }>`
      select count(*) as counted,
        count(*) filter (where m.next_step = 'none' or m.next_at is null) as adrift,
        count(*) filter (where u.id is null) as ownerless
      from members m
      join campaigns c on c.council = m.council and c.id = m.campaign
      left join users u on u.council = c.council and u.id = c.answerable
        and u.disabled_at is null
      where m.council = ${council} and m.state in ('tried', 'untried')`.execute(tx)
    const { counted, adrift, ownerless } = found.rows[0] ?? { counted: 0, adrift: 0, ownerless: 0 }
    const wrong = []
    if (adrift > 0) wrong.push(`${adrift} waiting members have no next step`)
    if (ownerless > 0) wrong.push(`${ownerless} waiting members have nobody answerable`)
    return { counted, wrong }
  },
}
