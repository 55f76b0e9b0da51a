// A death or a move reported anywhere takes somebody out of every round, and back if it was wrong.
import { sql } from 'kysely'
import type { Recorded } from '../../events/index.ts'
import type { Tx } from '../../store/open.ts'
import { keepState } from './project-members.ts'

type FlagEvent = Recorded<{ person: string; flag: string }>

const excuseOf: Readonly<Record<string, 'died' | 'moved'>> = {
  'deceased-reported': 'died',
  'deceased-confirmed': 'died',
  'moved-reported': 'moved',
  'moved-confirmed': 'moved',
}

export async function projectFlags(tx: Tx, events: readonly FlagEvent[]): Promise<void> {
  for (const event of events) {
    const excuse = excuseOf[event.body.flag]
    if (!excuse) continue
    const changed =
      event.kind === 'people.FlagRaised'
        ? await excuseEverywhere(tx, event, excuse)
        : await bringBack(tx, event, excuse)
    const { council, seq, recordedAt } = event
    for (const member of changed) await keepState(tx, { council, member, seq, recordedAt })
  }
}

async function excuseEverywhere(tx: Tx, event: FlagEvent, excuse: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    update members set state = 'excused', reason = ${excuse}, until = null,
      next_step = 'officer', next_at = ${event.recordedAt}
    where council = ${event.council} and subject = ${event.body.person}
      and (state <> 'excused' or reason not in ('died', 'moved'))
    returning id`.execute(tx)
  return found.rows.map(row => row.id)
}

/** Only when no other flag still says so. They are to be tried again. */
async function bringBack(tx: Tx, event: FlagEvent, excuse: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    update members m set state = case when attempts > 0 then 'tried' else 'untried' end,
      reason = null, next_step = 'ring', next_at = ${event.recordedAt}
    where council = ${event.council} and subject = ${event.body.person}
      and state = 'excused' and reason = ${excuse}
      and not exists (select from people p where p.council = m.council and p.id = m.subject
        and p.flags && ${excuse === 'died' ? deaths : moves}::text[])
    returning id`.execute(tx)
  return found.rows.map(row => row.id)
}

const deaths = ['deceased-reported', 'deceased-confirmed']
const moves = ['moved-reported', 'moved-confirmed']
