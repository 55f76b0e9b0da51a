// On what ground are pairs weighed: as we see the records, or as a Splink model sees them?
import { type Atoms, atomsOf } from './block/atoms.ts'
import type { People } from './compare/people.ts'
import type { Model } from './decide/model.ts'
import type { RawTable } from './encode/roles.ts'
import { learnModel } from './fit/learn-model.ts'
import type { KnownModel } from './splink/read-model.ts'
import { sqlAtoms, sqlGround } from './splink/sql-people.ts'

export type Ground = { readonly people: People; readonly model: Model; readonly atoms: Atoms }

export function groundFor(table: RawTable, people: People, known?: KnownModel): Ground {
  if (known?.kind === 'splink') return sqlGround(table, known.settings)
  const model = known?.model ?? learnModel(people)
  return { people, model, atoms: withSql(atomsOf(people), table) }
}

/** A rule that an analyst wrote into our model is SQL, and one of ours is not. */
function withSql(atoms: Atoms, table: RawTable): Atoms {
  const sql = sqlAtoms(table)
  return { ...atoms, get: name => (name.includes('=') ? sql.get(name) : atoms.get(name)) }
}
