// Does every row of every version have exactly one account, and do the accounts add up?
import { sql } from 'kysely'
import type { Check } from '../../events/index.ts'

type Counted = { number: number; list: string; rows: number; accounts: number; differ: boolean }

export const everyRowAccounted: Check = {
  name: 'every row of every list version has one account',
  async run(tx, council) {
    const found = await sql<Counted>`
      select v.number, v.list, v.rows, count(r.row)::int as accounts,
        count(*) filter (where r.outcome = 'accepted') <> v.accepted
          or count(*) filter (where r.outcome = 'changed') <> v.changed
          or count(*) filter (where r.outcome = 'unchanged') <> v.unchanged
          or count(*) filter (where r.outcome = 'needs_review') <> v.needs_review
          or count(*) filter (where r.outcome = 'rejected') <> v.rejected as differ
      from list_versions v
      left join list_rows r on r.council = v.council and r.version = v.id
      where v.council = ${council}
      group by v.council, v.id order by v.list, v.number`.execute(tx)
    const wrong = found.rows.filter(row => row.accounts !== row.rows || row.differ)
    return {
      counted: found.rows.reduce((sum, row) => sum + row.rows, 0),
      wrong: wrong.map(
        ({ list, number, rows, accounts }) =>
          `Version ${number} of ${list} has ${rows} rows and ${accounts} accounts`,
      ),
    }
  },
}
