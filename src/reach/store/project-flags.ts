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
  'withdrawn',
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
    const stopOf = ({ subject, flag, recordedAt }: (typeof wave)[number]) => {
      return { person: subject, flag, told_at: recordedAt }
    }
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
  const found = events.flatMap(({ body: { person, flags }, recordedAt }) =>
    flags.filter(flag => stops.includes(flag)).map(flag => ({ person, flag, told_at: recordedAt })),
  )
  await keepStops(tx, events[0]?.council ?? '', found)
}

type Stop = { readonly person: Id; readonly flag: string; readonly told_at: Date }

/** What an officer confirms has been known since it was reported. */
async function keepStops(tx: Tx, council: string, found: readonly Stop[]): Promise<void> {
  if (found.length === 0) return
  await sql`insert into stops (council, person, flag, told_at)
    select ${council}, r.person, r.flag, coalesce((select min(s.told_at) from stops s
      where s.council = ${council} and s.person = r.person
        and split_part(s.flag, '-', 1) = split_part(r.flag, '-', 1)), r.told_at)
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
      as r (person uuid, flag text, told_at timestamptz)
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
