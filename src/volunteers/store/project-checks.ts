// Checks in rows: those told when a volunteer was added, those seen since, those withdrawn.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import { londonDate, londonInstant } from '../../kernel/london.ts'
import type { Tx } from '../../store/open.ts'
import { endOf } from '../domain/add-check.ts'
import type { checkAdded, checkWithdrawn, volunteerAdded } from '../domain/events.ts'

export const projectChecks: Readonly<Record<string, Apply>> = {
  async 'volunteers.CheckAdded'(tx, events: readonly (typeof checkAdded.recorded)[]) {
    const rows = events.map(({ council, body, recordedAt, actor }) => ({
      ...{ council, id: body.check, volunteer: body.volunteer, kind: body.kind },
      item: body.item ?? '',
      from_at: new Date(londonInstant(body.from, 0)),
      until_at: body.until === null ? null : new Date(endOf(body.until)),
      added_at: recordedAt,
      added_by: actor,
    }))
    await tx.insertInto('volunteer_checks').values(rows).execute()
  },
  async 'volunteers.CheckWithdrawn'(tx, events: readonly (typeof checkWithdrawn.recorded)[]) {
    for (const { council, body, recordedAt } of events) {
      await sql`update volunteer_checks set withdrawn_at = ${recordedAt}
        where council = ${council} and id = ${body.check} and kind = ${body.kind}
          and item = ${body.item}`.execute(tx)
    }
  },
}

/** What was told then has no end: whoever knows one adds the check with it. */
export async function addToldChecks(
  tx: Tx,
  events: readonly (typeof volunteerAdded.recorded)[],
): Promise<void> {
  const rows = events.flatMap(({ council, body, recordedAt, actor }) => {
    const { volunteer, vetting, training } = body
    const told = [...new Set(training)].map(item => ({ kind: 'training', item }))
    const seen = vetting === 'none' ? told : [{ kind: vetting, item: '' }, ...told]
    const fromAt = new Date(londonInstant(londonDate(recordedAt.getTime()), 0))
    const when = { from_at: fromAt, added_at: recordedAt, added_by: actor }
    return seen.map(one => ({ council, id: volunteer, volunteer, ...one, ...when }))
  })
  if (rows.length > 0) await tx.insertInto('volunteer_checks').values(rows).execute()
}
