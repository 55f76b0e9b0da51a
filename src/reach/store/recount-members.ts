// Where does each member of a round stand, and by which entry of the log? Counted from raw events.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Bucket, Excuse } from '../domain/terms.ts'
import { type Recounting, standingFromLog, walkingOnce } from './recount.ts'

export type MemberStanding = {
  readonly member: Id
  readonly place: Id | null
  readonly state: Bucket
  readonly reason: Excuse | null
  /** The entry that decides; null for who is listed twice, where it is a joining of records. */
  readonly entry: number | null
  readonly until: Date | null
  /** Of everybody who is the same person; none for who is listed twice. */
  readonly tries: number
}

/** By member. It shares nothing with the read models, nor with what a proof is folded by. */
export function recountMembers(
  tx: Tx,
  council: string,
  asked: Pick<Recounting, 'round' | 'at'>,
): Promise<readonly MemberStanding[]> {
  return walkingOnce(
    tx,
    sql<MemberStanding>`${standingFromLog(council, asked)}, halted as materialized (
      select member,
        min(seq) filter (where flag like 'deceased-%') as died_seq,
        min(seq) filter (where flag like 'moved-%') as moved_seq,
        min(seq) filter (where flag in ('no-basis', 'withdrawn')) as off_seq
      from stopped group by member
    ), told as (
      select s.*, h.died_seq, h.moved_seq, h.off_seq, case
          when s.state <> 'excused' then null
          when s.is_again then 'listed-twice'
          when h.died_seq is not null then 'died'
          when h.moved_seq is not null then 'moved'
          when h.off_seq is not null then 'off-the-list'
          when s.drop_reason is not null then s.drop_reason
          when s.is_gone then (select replace(m.outcome, '_reported', '') from made m
            where m.seq = s.gone_seq)
          when s.said_no then (select case m.outcome when 'empty_home' then 'empty'
            else 'said-no' end from made m where m.seq = s.refused_seq)
          else 'away' end as reason
      from standing s left join halted h on h.member = s.member
    )
    select member, place, state,
      case when reason = 'deceased' then 'died' else reason end as reason,
      case when reason = 'listed-twice' then null
        when state = 'excused'
          then coalesce(died_seq, moved_seq, off_seq,
            case when drop_reason is not null then drop_seq end,
            case when is_gone then gone_seq end, case when said_no then refused_seq end, away_seq)
        when state = 'reached' then reached_seq
        when state = 'tried' then last_seq
        else coalesce(case when is_away then away_seq end, reached_seq, joined_seq) end as entry,
      case when state in ('reached', 'untried') or reason = 'away' then until end as until,
      case when reason = 'listed-twice' then 0 else tries end as tries
    from told order by member`,
  )
}
