// Whom has a list dropped, and what was decided about our basis for contact with them?
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { basisAsked, basisDecided } from '../domain/version-events.ts'

export const projectBases: Readonly<Record<string, Apply>> = {
  async 'lists.BasisAsked'(tx, events: readonly (typeof basisAsked.recorded)[]) {
    for (const { council, body, recordedAt } of events) {
      const { people, ...about } = body
      await ask(tx, { council, ...about, at: recordedAt, people })
    }
  },
  async 'lists.BasisDecided'(tx, events: readonly (typeof basisDecided.recorded)[]) {
    for (const { council, body, words, actor, recordedAt } of events) {
      await sql`update basis_checks set state = ${body.answer}, basis = ${body.basis},
          note = ${words?.note ?? null}, decided_by = ${actor}, decided_at = ${recordedAt}
        where council = ${council} and person = ${body.person}`.execute(tx)
    }
  },
}

type Dropped = {
  readonly council: string
  readonly body: { readonly version: Id; readonly list: string; readonly entries: readonly Id[] }
  readonly recordedAt: Date
}

export async function askForDropped(tx: Tx, { council, body, recordedAt }: Dropped): Promise<void> {
  const found = await sql<{ person: Id }>`select distinct person from list_entries
    where council = ${council} and id = any (${[...body.entries]}::uuid[])
      and person is not null and state = 'loaded'`.execute(tx)
  const people = found.rows.map(({ person }) => person)
  const { version, list } = body
  await ask(tx, { council, why: 'dropped', list, version, at: recordedAt, people })
}

type Asking = {
  readonly council: string
  readonly why: string
  readonly list: string
  readonly version: Id
  readonly at: Date
  readonly people: readonly Id[]
}

/** Asked again, the answer of before holds no longer; it is kept for when that was a mistake. */
async function ask(tx: Tx, { council, why, list, version, at, people }: Asking): Promise<void> {
  await sql`insert into basis_checks (council, person, why, list, version, asked_at, state)
    select ${council}, person, ${why}, ${list}, ${version}, ${at}, 'open'
    from unnest(${[...people]}::uuid[]) as person
    on conflict (council, person) do update set why = excluded.why, list = excluded.list,
      version = excluded.version, asked_at = excluded.asked_at, state = 'open', basis = null,
      note = null, decided_by = null, decided_at = null,
      before = to_jsonb(basis_checks) - 'before'`.execute(tx)
}
