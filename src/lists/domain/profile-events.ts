// What happens to profiles: a council says how a file of its own is read, and what a column is
// called now.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { columnRoles } from './profile.ts'
import { dateForms } from './read-date.ts'

export const profileSaved = eventKind({
  kind: 'lists.ProfileSaved',
  version: 1,
  body: z.strictObject({
    profile: z.uuid(),
    list: z.string(),
    covers: z.enum(['whole', 'additions']),
    about: z.enum(['person', 'dwelling']),
    columns: z.array(
      z.strictObject({ role: z.enum(columnRoles), dates: z.array(z.enum(dateForms)) }),
    ),
  }),
  /** Names as the file has them, in the order of `columns`. */
  words: z.strictObject({ headers: z.array(z.string()) }),
})

export const columnNamed = eventKind({
  kind: 'lists.ColumnNamed',
  version: 1,
  body: z.strictObject({ list: z.string() }),
  words: z.strictObject({ column: z.string(), header: z.string() }),
})
