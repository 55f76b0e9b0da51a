// Event in, rows changed: a version of an area.
import type { Apply } from '../../events/index.ts'
import type { areaDrawn } from '../domain/events.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'areas.AreaDrawn'(tx, events: readonly (typeof areaDrawn.recorded)[]) {
    for (const { council, body, words, recordedAt, actor } of events) {
      const { version, area, number, source, shape, postcodes } = body
      const row = { council, id: version, area, number, source, postcodes, drawn_by: actor }
      const said = { name: words?.name ?? null, note: words?.note ?? null }
      await tx
        .insertInto('area_versions')
        .values({ ...row, ...said, shape: JSON.stringify(shape), drawn_at: recordedAt })
        .execute()
    }
  },
}
