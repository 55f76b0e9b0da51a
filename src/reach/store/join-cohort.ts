// Who is named by a campaign's rule by now, and not in its last round yet?
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { JoinCohort, NewcomersState } from '../domain/join-cohort.ts'
import type { MemberKind } from '../domain/terms.ts'
import { cohortOf } from './cohort.ts'

export const loadNewcomers: Load<JoinCohort, NewcomersState> = async (tx, input, { actor }) => {
  const state = await newcomersOf(tx, actor.council, input.campaign)
  return state ? { state, place: null } : refuse('not-found')
}

type Row = {
  pack: string
  packVersion: number
  memberKind: MemberKind
  lists: string[]
  places: string[]
  withFlags: string[]
  withoutFlags: string[]
  kinds: string[]
  round: Id
}

export async function newcomersOf(
  tx: Tx,
  council: string,
  campaign: Id,
): Promise<NewcomersState | undefined> {
  const found = await sql<Row>`
    select c.pack, c.pack_version as "packVersion", c.member_kind as "memberKind", c.lists,
      c.places, c.with_flags as "withFlags", c.without_flags as "withoutFlags", c.kinds,
      (select r.id from rounds r where r.council = c.council and r.campaign = c.id
        order by r.number desc limit 1) as round
    from campaigns c where c.council = ${council} and c.id = ${campaign} for update`.execute(tx)
  const row = found.rows[0]
  if (!row) return undefined
  const { pack, packVersion, memberKind, round, ...rule } = row
  const cohort = await cohortOf(tx, { memberKind, rule }, council)
  const inRound = await sql<{ subject: Id }>`
    select subject from members where council = ${council} and round = ${round}`.execute(tx)
  const known = new Set(inRound.rows.map(one => one.subject))
  return { pack, packVersion, round, newcomers: cohort.filter(one => !known.has(one.subject)) }
}
