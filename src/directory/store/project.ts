// Event in, rows changed: services, and whether the directory is given out.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type { directoryPublished, serviceListed, serviceRemoved } from '../domain/events.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'directory.ServiceListed'(tx, events: readonly (typeof serviceListed.recorded)[]) {
    for (const { council, body, words, recordedAt } of events) {
      const document = words?.document ?? null
      const { name = null } = JSON.parse(document ?? '{}') as { name?: string }
      const set = { name, document, listed_at: recordedAt }
      await tx
        .insertInto('services')
        .values({ council, id: body.service, ...set })
        .onConflict(on => on.columns(['council', 'id']).doUpdateSet(set))
        .execute()
    }
  },
  async 'directory.ServiceRemoved'(tx, events: readonly (typeof serviceRemoved.recorded)[]) {
    for (const { council, body } of events) {
      await sql`delete from services
        where council = ${council} and id = ${body.service}`.execute(tx)
    }
  },
  async 'directory.DirectoryPublished'(
    tx,
    events: readonly (typeof directoryPublished.recorded)[],
  ) {
    for (const { council, body } of events) {
      const set = { is_public: body.isPublic }
      await tx
        .insertInto('directory_settings')
        .values({ council, ...set })
        .onConflict(on => on.column('council').doUpdateSet(set))
        .execute()
    }
  },
}
