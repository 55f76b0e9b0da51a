// A death, a move or the end of our basis for contact takes somebody out of every round, and back
// if it was wrong.
import { sql } from 'kysely'
import type { Recorded } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { personAdded } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'
import { deriveStandings, wavesOfPeople } from './derive-standings.ts'

type FlagEvent = Recorded<{ person: Id; flag: string }>

/** Kept here too, apart from the register: erasing somebody's words leaves the figures. */
const stops = [
  'deceased-reported',
  'deceased-confirmed',
  'moved-reported',
  'moved-confirmed',
  'no-basis',
]

export async function projectFlags(tx: Tx, events: readonly FlagEvent[]): Promise<void> {
  const council = events[0]?.council ?? ''
  const touches = events
    .filter(event => stops.includes(event.body.flag))
    .map(({ kind, seq, recordedAt, body: { person, flag } }) => {
      return { subject: person, seq, recordedAt, flag, isRaised: kind === 'people.FlagRaised' }
    })
  if (touches.length === 0) return
  for (const wave of await wavesOfPeople(tx, council, touches)) {
    const stopOf = (one: (typeof wave)[number]) => ({ person: one.subject, ...one })
    await keepStops(tx, council, wave.filter(one => one.isRaised).map(stopOf))
    await liftStops(
      tx,
      council,
      wave.filter(one => !one.isRaised),
    )
    await deriveStandings(tx, council, wave)
  }
}

/** Nobody is a member before they are added, so nobody's standing changes. */
export async function projectAdded(tx: Tx, events: readonly (typeof personAdded.recorded)[]) {
  const found = events.flatMap(({ body: { person, flags } }) =>
    flags.filter(flag => stops.includes(flag)).map(flag => ({ person, flag })),
  )
  await keepStops(tx, events[0]?.council ?? '', found)
}

type Stop = { readonly person: Id; readonly flag: string }

async function keepStops(tx: Tx, council: string, found: readonly Stop[]): Promise<void> {
  if (found.length === 0) return
  await sql`insert into stops (council, person, flag)
    select ${council}, person, flag
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as r (person uuid, flag text)
    on conflict do nothing`.execute(tx)
}

/** Taken back for one record, it is taken back for all that are joined with it. */
async function liftStops(
  tx: Tx,
  council: string,
  lifted: readonly { readonly root: Id; readonly flag: string }[],
): Promise<void> {
  if (lifted.length === 0) return
  await sql`delete from stops s
    using jsonb_to_recordset(${JSON.stringify(lifted)}::jsonb) as r (root uuid, flag text), people p
    where p.council = ${council} and p.root = r.root
      and s.council = ${council} and s.person = p.id and s.flag = r.flag`.execute(tx)
}
