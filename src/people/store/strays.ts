// What happened while two were joined, where nothing says whose it is: found, settled, and waiting.
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Apply } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { strayFound, straySettled } from '../domain/events.ts'
import type { ThingKind } from '../domain/parting.ts'

export const projectStrays: Readonly<Record<string, Apply>> = {
  async 'people.StrayFound'(tx, events: readonly (typeof strayFound.recorded)[]) {
    const rows = events.map(({ council, body, place, recordedAt, seq }) => ({
      council,
      id: body.stray,
      kind: body.kind,
      thing: body.thing,
      code: body.code,
      happened_at: new Date(body.happenedAt),
      from_person: body.from,
      into_person: body.into,
      place,
      found_at: recordedAt,
      found_seq: seq,
    }))
    await tx.insertInto('strays').values(rows).execute()
  },
  async 'people.StraySettled'(tx, events: readonly (typeof straySettled.recorded)[]) {
    for (const { council, body, actor, recordedAt } of events) {
      await sql`update strays
        set whose = ${body.person}, settled_by = ${actor}, settled_at = ${recordedAt}
        where council = ${council} and id = ${body.stray}`.execute(tx)
    }
  },
}

export type StrayPerson = { readonly id: Id; readonly name: string; readonly number: number }

export type WaitingStray = {
  readonly id: Id
  readonly kind: ThingKind
  readonly code: string
  readonly happenedAt: Date
  readonly foundAt: Date
  readonly from: StrayPerson
  readonly into: StrayPerson
}

const waitingMax = 500

/** The oldest first; none of people who are one person again, or whom the reader may not see. */
export async function waitingStrays(
  tx: Tx,
  scope: Scope,
  of: { readonly records?: readonly Id[] } = {},
): Promise<readonly WaitingStray[]> {
  const records = of.records && sql`any (${[...of.records]}::uuid[])`
  const found = await sql<WaitingStray>`
    select s.id, s.kind, s.code, s.happened_at as "happenedAt", s.found_at as "foundAt",
      jsonb_build_object('id', f.id, 'name', f.name, 'number', f.number) as "from",
      jsonb_build_object('id', i.id, 'name', i.name, 'number', i.number) as "into"
    from strays s
    join people f on f.council = s.council and f.id = s.from_person
    join people i on i.council = s.council and i.id = s.into_person
    where s.council = ${scope.council} and s.whose is null and f.root <> i.root
      and f.erased_at is null and i.erased_at is null
      and (${inScope(scope, 'f.place', 'f.id')}) is true
      and (${inScope(scope, 'i.place', 'i.id')}) is true
      and ${records ? sql`(s.from_person = ${records} or s.into_person = ${records})` : sql`true`}
    order by s.found_seq limit ${waitingMax}`.execute(tx)
  return found.rows
}
