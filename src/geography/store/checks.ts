// What of files of places must hold on a live database? Every row of every version is accounted.
import { sql } from 'kysely'
import type { Check } from '../../events/index.ts'

export const everyPlaceRowAccounted: Check = {
  name: 'every row of files of places',
  async run(tx, council) {
    const found = await sql<{ rows: number; wrong: number }>`
      with counted as (
        select v.id, v.rows, v.accepted, v.changed, v.unchanged, v.needs_review, v.refused,
          (select coalesce(sum(n::integer), 0) from jsonb_each_text(v.unlisted) as u (reason, n))
            as unlisted,
          (select count(*) from geo_rows r where r.council = v.council and r.version = v.id)
            as listed
        from geo_versions v where v.council = ${council}
      )
      select coalesce(sum(rows), 0)::bigint as rows, count(*) filter (where
        rows <> accepted + changed + unchanged + needs_review + refused
        or rows <> listed + unlisted) as wrong
      from counted`.execute(tx)
    const { rows, wrong } = found.rows[0] ?? { rows: 0, wrong: 0 }
    const says = `${wrong} versions of places have rows without an account`
    return { counted: rows, wrong: wrong > 0 ? [says] : [] }
  },
}
