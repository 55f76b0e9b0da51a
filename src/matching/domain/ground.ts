// On what ground are pairs weighed: as we see the records, or as a Splink model sees them?
import { type Atoms, atomsOf } from './block/atoms.ts'
import type { People } from './compare/people.ts'
import type { Model } from './decide/model.ts'
import type { RawTable } from './encode/roles.ts'
import { learnModel } from './fit/learn-model.ts'
import type { KnownModel } from './splink/read-model.ts'
import { sqlAtoms, sqlGround } from './splink/sql-people.ts'

export type Ground = { readonly people: People; readonly model: Model; readonly atoms: Atoms }

/** `raw` gives the cells as received, for whoever sees the records in another way than we do. */
export function groundFor(raw: () => RawTable, people: People, known?: KnownModel): Ground {
  if (known?.kind === 'splink') return sqlGround(raw(), known.settings)
  const model = known?.model ?? learnModel(people)
  return { people, model, atoms: withSql(atomsOf(people), raw) }
}

/** Does this model ask for cells as they were received? */
export function asksForCells(known: KnownModel | undefined): boolean {
  if (known?.kind !== 'own') return known !== undefined
  return known.model.rules.some(({ by }) => by.some(isSql))
}

/** A rule that an analyst wrote into our model is SQL, and one of ours is not. */
function withSql(atoms: Atoms, raw: () => RawTable): Atoms {
  let sql: Atoms | undefined
  const get = (name: string) => {
    if (!isSql(name)) return atoms.get(name)
    sql ??= sqlAtoms(raw())
    return sql.get(name)
  }
  return { ...atoms, get }
}

function isSql(name: string): boolean {
  return name.includes('=')
}
