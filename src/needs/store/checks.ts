// Is every open duty somebody's, or shown as a gap? None may be invisible.
import { sql } from 'kysely'
import type { Check } from '../../events/index.ts'

/** An open action has an owner who can still sign in, or nobody, which the gaps page shows. */
export const dutiesHaveOwners: Check = {
  name: 'every open duty has an owner or is shown as a gap',
  async run(tx, council) {
    const found = await sql<{ counted: number; lost: number; adrift: number }>`
      select count(*) as counted,
        count(*) filter (where a.owner is not null and u.id is null) as lost,
        count(*) filter (where p.id is null) as adrift
      from plan_actions a
      left join users u on u.council = a.council and u.id = a.owner and u.disabled_at is null
      left join people p on p.council = a.council and p.id = a.person
      where a.council = ${council} and a.state = 'open'`.execute(tx)
    const { counted, lost, adrift } = found.rows[0] ?? { counted: 0, lost: 0, adrift: 0 }
    const wrong = []
    if (lost > 0) wrong.push(`${lost} open actions belong to somebody who is shut out`)
    if (adrift > 0) wrong.push(`${adrift} open actions are for nobody in the register`)
    return { counted, wrong }
  },
}
