// Which campaigns are there, in which rounds, and who answers for each?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import { getPack } from '../../hazards/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { answersNow, lastsHoursOf } from '../../reach/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Campaign, MemberKind } from '../domain/model.ts'

type Row = {
  id: Id
  title: string | null
  purpose: string | null
  lists: string[]
  member_kind: MemberKind
  pack: string
  pack_version: number
  lasts_hours: number | null
  opened_at: Date
  answerable: string | null
  rounds: { id: Id; number: number; startedAt: string }[]
}

/** Newest first. What a campaign is for is known to all who work in the council. */
export async function campaignsOf(tx: Tx, scope: Scope, now: number): Promise<readonly Campaign[]> {
  const found = await sql<Row>`
    select c.id, c.title, c.purpose, c.member_kind, c.pack, c.pack_version, c.lasts_hours,
      c.lists, c.opened_at,
      u.name as answerable,
      (select json_agg(json_build_object('id', r.id, 'number', r.number,
          'startedAt', r.started_at) order by r.number)
        from rounds r where r.council = c.council and r.campaign = c.id) as rounds
    from campaigns c
    left join users u on u.council = c.council and u.id = ${answersNow(new Date(now))}
    where c.council = ${scope.council}
    order by c.opened_at desc, c.id desc`.execute(tx)
  return found.rows.map(campaignFrom)
}

function campaignFrom(row: Row): Campaign {
  const pack = getPack(row.pack, row.pack_version)
  return {
    id: row.id,
    name: row.title ?? pack.title,
    purpose: row.purpose ?? '',
    lists: row.lists,
    kind: row.member_kind,
    pack: pack.title,
    packVersion: pack.version,
    lastsHours: lastsHoursOf(row),
    openedAt: row.opened_at,
    answerable: row.answerable,
    rounds: row.rounds.map(round => ({
      id: round.id,
      number: round.number,
      openedAt: new Date(round.startedAt),
    })),
  }
}
