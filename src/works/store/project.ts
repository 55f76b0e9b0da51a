// Event in, rows changed: what works where, as it was last said.
import type { Apply } from '../../events/index.ts'
import type { serviceSaid } from '../domain/events.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'works.ServiceSaid'(tx, events: readonly (typeof serviceSaid.recorded)[]) {
    for (const { council, actor, body, recordedAt } of events) {
      const { place, service, state } = body
      const until = body.until === null ? null : new Date(body.until)
      const row = { state, since: recordedAt, until, said_by: actor }
      await tx
        .insertInto('works_now')
        .values({ council, place, service, ...row })
        .onConflict(same => same.columns(['council', 'place', 'service']).doUpdateSet(row))
        .execute()
    }
  },
}
