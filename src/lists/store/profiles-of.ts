// Which lists does this council know? Its own first, then those that everybody knows, and the new
// names of columns that somebody agreed to.
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { Renamed } from '../domain/header.ts'
import type { Profile } from '../domain/profile.ts'
import { profiles } from '../domain/profiles/index.ts'
import { profileOfSaved, type SavedProfile } from '../domain/save-profile.ts'

export type KnownLists = {
  readonly profiles: readonly Profile[]
  readonly renamed: readonly Renamed[]
}

const profilesMax = 500

export async function listsKnownTo(tx: Tx, council: string): Promise<KnownLists> {
  const saved = await sql<SavedProfile>`select list, covers, about, columns from list_profiles
    where council = ${council} order by saved_at desc limit ${profilesMax}`.execute(tx)
  const renamed = await sql<Renamed>`select list, column_name as column, header
    from list_column_names where council = ${council} order by list, column_name`.execute(tx)
  return { profiles: [...saved.rows.map(profileOfSaved), ...profiles], renamed: renamed.rows }
}
