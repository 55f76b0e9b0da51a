// Two records turn out to be one person: counted once from then on, and again if it was wrong.
import { sql } from 'kysely'
import type { Recorded } from '../../events/index.ts'
import type { Tx } from '../../store/open.ts'
import { keepState } from './project-members.ts'

type Merge = Recorded<{ from: string; into: string }>

/** Where both are members of a round, the one that goes is excused as listed twice. */
export async function projectMerged(tx: Tx, events: readonly Merge[]): Promise<void> {
  for (const { council, seq, body, recordedAt } of events) {
    const found = await sql<{ id: string }>`
      update members m set state = 'excused', reason = 'listed-twice', until = null,
        next_step = 'none', next_at = null
      where council = ${council} and subject = ${body.from} and exists (
        select from members k where k.council = m.council and k.round = m.round
          and k.subject = ${body.into})
      returning id`.execute(tx)
    for (const { id } of found.rows) {
      await keepState(tx, { council, member: id, seq, recordedAt })
    }
  }
}

/** Back to where they stood before the merge. */
export async function projectUnmerged(tx: Tx, events: readonly Merge[]): Promise<void> {
  for (const { council, seq, body, recordedAt } of events) {
    const found = await sql<{ id: string }>`
      update members m set state = before.state, reason = before.reason, until = before.until,
        next_step = case when before.state in ('tried', 'untried') then 'ring' else 'none' end,
        next_at = case when before.state in ('tried', 'untried')
          then ${recordedAt}::timestamptz end
      from (select distinct on (s.member) s.member, s.state, s.reason, s.until
        from member_states s join members x on x.council = s.council and x.id = s.member
        where s.council = ${council} and x.subject = ${body.from}
          and s.reason is distinct from 'listed-twice'
        order by s.member, s.seq desc) before
      where m.council = ${council} and m.id = before.member and m.reason = 'listed-twice'
      returning m.id`.execute(tx)
    for (const { id } of found.rows) {
      await keepState(tx, { council, member: id, seq, recordedAt })
    }
  }
}
