// Where all is stopped nobody is held for anybody.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import { type allStopped, liesWithin } from '../../standstill/index.ts'
import { holdMs } from './holds.ts'

/** Only holds of then: taken from the record again, those of now stay. */
export const endHolds: Apply = async (tx, events: readonly (typeof allStopped.recorded)[]) => {
  for (const { council, body, recordedAt } of events) {
    const until = new Date(recordedAt.getTime() + holdMs)
    await sql`delete from holds h using members m
      where h.council = ${council} and m.council = h.council and m.id = h.member
        and h.until <= ${until}
        and ${liesWithin('m.place', { council, within: body.within })}`.execute(tx)
  }
}
