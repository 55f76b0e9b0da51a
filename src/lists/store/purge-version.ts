// A sealed list closes again: whoever is known only from it leaves, whoever else is known stays.
import { sql } from 'kysely'
import type { Draft } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { erased } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'
import { fileDestroyed } from '../domain/events.ts'
import { basisAsked, versionPurged } from '../domain/version-events.ts'
import { putBackDrafts } from './put-back.ts'
import { forgetBytes, standingVersion } from './undo-load.ts'
import { planUndo } from './undo-plan.ts'

export type Purge = {
  readonly drafts: readonly Draft[]
  /** Counts only: it goes to whoever the list belongs to. */
  readonly receipt: {
    readonly rows: number
    readonly erasedPeople: number
    /** They asked for help meanwhile, or somebody found another basis. */
    readonly keptPeople: number
    readonly knownPeople: number
  }
}

/**
 * Members of campaigns stay, as counts without words: coverage of the past stays true. Held rows
 * that became somebody count as what the list brought.
 */
export async function purgeVersion(tx: Tx, council: string, version: Id): Promise<Purge> {
  await sql`select 1 from lock_log(${council})`.execute(tx)
  const standing = await standingVersion(tx, council, version)
  if (!standing || standing.isUndone) return nothing
  const plan = await planUndo(tx, council, { version: standing, by: version })
  const brought = [...new Set([...plan.erased, ...plan.kept])]
  const { known, asked } = await stillOurs(tx, council, { people: brought, list: plan.list })
  const gone = brought.filter(person => !known.has(person) && !asked.has(person))
  const { list, firstSeq, lastSeq, corrected } = plan
  const putBack = { list, firstSeq, lastSeq, corrected, gone: new Set(gone) }
  const back = await putBackDrafts(tx, council, putBack)
  const { entries, rows } = await entriesOf(tx, council, version)
  await forgetBytes(tx, council, standing.file)
  const destroyed = { file: standing.file, list, bytes: standing.bytes ?? 0, version }
  const subjects = [...gone, ...entries]
  const people = [...asked]
  const why = 'closed' as const
  return {
    drafts: [
      ...back,
      versionPurged({ subjects: [], body: { version, list } }),
      ...(standing.bytes === null ? [] : [fileDestroyed({ subjects: [], body: destroyed })]),
      ...inParts(subjects).map(part => erased({ subjects: part, body: {} })),
      ...(people.length > 0
        ? [basisAsked({ subjects: [], body: { version, list, why, people } })]
        : []),
    ],
    receipt: {
      rows,
      erasedPeople: gone.length,
      keptPeople: asked.size,
      knownPeople: known.size,
    },
  }
}

const nothing: Purge = {
  drafts: [],
  receipt: { rows: 0, erasedPeople: 0, keptPeople: 0, knownPeople: 0 },
}

type Ours = { readonly people: readonly Id[]; readonly list: string }

/** `known`: another list names them, or a basis was found. `asked`: they have an open need. */
async function stillOurs(tx: Tx, council: string, { people, list }: Ours) {
  const found = await sql<{ person: Id; isKnown: boolean; hasAsked: boolean }>`
    select p.id as person,
      exists (select from people q join list_entries e on e.council = q.council
          and e.person = q.id and e.list <> ${list} and e.state = 'loaded' and e.dropped_by is null
        where q.council = p.council and q.root = p.root)
      or exists (select from basis_checks b where b.council = p.council and b.person = p.id
        and b.state = 'kept') as "isKnown",
      exists (select from needs n where n.council = p.council and n.person in (p.id, p.root)
        and n.state in ('open', 'in-progress', 'blocked')) as "hasAsked"
    from people p where p.council = ${council} and p.id = any (${[...people]}::uuid[])`.execute(tx)
  const known = found.rows.filter(one => one.isKnown)
  const asked = found.rows.filter(one => one.hasAsked && !one.isKnown)
  const ids = (rows: typeof known) => new Set(rows.map(({ person }) => person))
  return { known: ids(known), asked: ids(asked) }
}

async function entriesOf(tx: Tx, council: string, version: Id) {
  const found = await sql<{ entry: Id }>`select distinct entry from list_rows
    where council = ${council} and version = ${version}`.execute(tx)
  const counted = await sql<{ rows: number }>`select rows from list_versions
    where council = ${council} and id = ${version}`.execute(tx)
  return { entries: found.rows.map(({ entry }) => entry), rows: counted.rows[0]?.rows ?? 0 }
}

const subjectsPerErasure = 500

function inParts(all: readonly Id[]): Id[][] {
  const parts = Array.from({ length: Math.ceil(all.length / subjectsPerErasure) }, (_, at) => at)
  return parts.map(at => all.slice(at * subjectsPerErasure, (at + 1) * subjectsPerErasure))
}
