// Event in, rows changed: the profiles that a council saved, and the new names of columns.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type { columnNamed, profileSaved } from '../domain/profile-events.ts'

export const projectProfiles: Readonly<Record<string, Apply>> = {
  async 'lists.ProfileSaved'(tx, events: readonly (typeof profileSaved.recorded)[]) {
    for (const { council, body, words, actor, recordedAt } of events) {
      const { profile, list, covers, about } = body
      if (!words) continue
      const columns = body.columns.map((one, at) => ({ header: words.headers[at] ?? '', ...one }))
      await sql`insert into list_profiles
          (council, id, list, covers, about, columns, saved_at, saved_by)
        values (${council}, ${profile}, ${list}, ${covers}, ${about}, ${JSON.stringify(columns)},
          ${recordedAt}, ${actor})
        on conflict (council, id) do update set covers = excluded.covers, about = excluded.about,
          columns = excluded.columns, saved_at = excluded.saved_at, saved_by = excluded.saved_by
      `.execute(tx)
    }
  },
  async 'lists.ColumnNamed'(tx, events: readonly (typeof columnNamed.recorded)[]) {
    for (const { council, body, words, recordedAt } of events) {
      if (!words) continue
      await sql`insert into list_column_names (council, list, column_name, header, named_at)
        values (${council}, ${body.list}, ${words.column}, ${words.header}, ${recordedAt})
        on conflict (council, list, column_name) do update
          set header = excluded.header, named_at = excluded.named_at`.execute(tx)
    }
  },
}
