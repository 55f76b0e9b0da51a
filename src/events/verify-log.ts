// Does the log still hold together? Recompute every hash and every commitment.
import { sql } from 'kysely'
import type { Check } from './capability.ts'

type Counted = { counted: number; wrong: number }

/** Every event's hash follows from the one before it, and positions have no gap. */
export const chainHolds: Check = {
  name: 'log chain',
  async run(tx, council) {
    const found = await sql<Counted & { head: boolean }>`
      with linked as (
        select e.seq, e.hash, e.prev_hash, sha256(e.prev_hash || event_digest(e)) as expected,
          lag(e.hash) over (order by e.seq) as before, row_number() over (order by e.seq) as place
        from events e where e.council = ${council}
      )
      select count(*) as counted,
        count(*) filter (where hash <> expected or seq <> place
          or prev_hash <> coalesce(before, sha256(convert_to(${council}, 'UTF8')))) as wrong,
        coalesce(max(seq), 0) = (select seq from council_logs where council = ${council})
          and coalesce((select hash from events where council = ${council}
            order by seq desc limit 1), sha256(convert_to(${council}, 'UTF8')))
          = (select hash from council_logs where council = ${council}) as head
      from linked`.execute(tx)
    const { counted, wrong, head } = found.rows[0] ?? { counted: 0, wrong: 0, head: true }
    const broken = wrong > 0 ? [`${wrong} events do not follow from the one before`] : []
    return { counted, wrong: head ? broken : [...broken, 'the log does not end at its head'] }
  },
}

/**
 * Every register row still gives its event's commitment; a missing one was erased, in the log.
 * Words may turn out to be somebody else's: a later event then names their position as `told`.
 */
export const registerHolds: Check = {
  name: 'register',
  async run(tx, council) {
    const found = await sql<Counted & { unexplained: number }>`
      select count(*) as counted,
        count(*) filter (where r.seq is not null
          and commitment_of(r.salt, r.words) is distinct from e.commitment) as wrong,
        count(*) filter (where r.seq is null and not exists (
          select from events x where x.council = e.council and x.kind = 'people.Erased'
            and x.seq > e.seq and x.subjects && e.subjects)
          and not exists (
            select from events m join events x on x.council = m.council
              and x.kind = 'people.Erased' and x.seq > m.seq and x.subjects && m.subjects
            where m.council = e.council and m.seq > e.seq
              and m.body -> 'told' @> to_jsonb(e.seq))) as unexplained
      from events e
      left join register r on r.council = e.council and r.seq = e.seq
      where e.council = ${council} and e.commitment is not null`.execute(tx)
    const { counted, wrong, unexplained } = found.rows[0] ?? {
      counted: 0,
      wrong: 0,
      unexplained: 0,
    }
    return {
      counted,
      wrong: [
        ...(wrong > 0 ? [`${wrong} register rows were changed`] : []),
        ...(unexplained > 0 ? [`${unexplained} register rows are gone without an erasure`] : []),
      ],
    }
  },
}
