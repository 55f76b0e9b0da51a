// What did people's records say before a load changed them? What changed again since stays.
import { sql } from 'kysely'
import type { Draft } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { personCorrected } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'
import type { LoadEvent } from './undo-plan.ts'

type Asked = {
  readonly list: string
  readonly firstSeq: number
  readonly lastSeq: number
  readonly corrected: readonly LoadEvent[]
  readonly gone: ReadonlySet<Id>
}

/** One correction for each record that the load corrected and that stays. */
export async function putBackDrafts(tx: Tx, council: string, asked: Asked): Promise<Draft[]> {
  const byPerson = Map.groupBy(asked.corrected, ({ body }) => String(body.person))
  const people = [...byPerson.keys()].filter(person => !asked.gone.has(person))
  const said = await saidOf(tx, council, { people, upTo: asked.lastSeq })
  const now = await recordsOf(tx, council, people)
  return people.flatMap(person => {
    const record = now.get(person)
    const events = said.get(person) ?? []
    if (!record) return []
    const before = folded(events.filter(({ seq }) => seq < asked.firstSeq))
    const after = folded(events)
    return draftOf({ person, list: asked.list, record, before, after }) ?? []
  })
}

type Words = Record<string, unknown>
type Said = { seq: number; person: Id; place: Id | null; body: Words; words: Words | null }
type State = { words: Words; contacts: readonly Id[] }

/** Everything that was ever said of them up to a position, in order. */
async function saidOf(
  tx: Tx,
  council: string,
  { people, upTo }: { people: readonly Id[]; upTo: number },
): Promise<Map<Id, Said[]>> {
  const found = await sql<Said>`
    select e.seq, p.person, e.place, e.body, r.words from person_events p
    join events e on e.council = p.council and e.seq = p.seq
      and e.kind in ('people.PersonAdded', 'people.PersonCorrected')
    left join register r on r.council = e.council and r.seq = e.seq
    where p.council = ${council} and p.person = any (${[...people]}::uuid[]) and p.seq <= ${upTo}
    order by e.seq`.execute(tx)
  return Map.groupBy(found.rows, ({ person }) => person)
}

function folded(events: readonly Said[]): State {
  const words: Words = {}
  const contacts: Id[] = []
  for (const { place, body, words: said } of events) {
    const { contacts: _, ...texts } = said ?? {}
    const isMoved = body.dwelling !== undefined || body.household !== undefined
    const added = body.source !== undefined && body.flags !== undefined
    const where = added ? place : body.place
    Object.assign(words, texts, where === undefined ? {} : { place: where })
    if (isMoved) Object.assign(words, { dwelling: body.dwelling ?? null })
    if (isMoved) Object.assign(words, { household: body.household ?? null })
    for (const { id } of (body.contactPoints ?? []) as { id: Id }[]) contacts.push(id)
  }
  return { words, contacts }
}

type PersonNow = Words & { readonly place: Id | null; readonly unused: readonly Id[] }

async function recordsOf(
  tx: Tx,
  council: string,
  people: readonly Id[],
): Promise<Map<Id, PersonNow>> {
  const found = await sql<PersonNow & { id: Id }>`
    select p.id, p.given, p.middle, p.family, to_char(p.born, 'YYYY-MM-DD') as born, p.nhs,
      p.address, p.postcode, p.language, p.place, p.dwelling,
      coalesce((select array_agg(c.id) from contact_points c where c.council = p.council
        and c.belongs_to = p.id and c.state = 'untested' and c.last_worked_at is null
        and not exists (select from attempts a where a.council = c.council
          and a.contact_point = c.id)), '{}') as unused
    from people p where p.council = ${council} and p.id = any (${[...people]}::uuid[])
      and p.erased_at is null`.execute(tx)
  return new Map(found.rows.map(row => [row.id, row]))
}

type Back = { person: Id; list: string; record: PersonNow; before: State; after: State }

const texts = ['given', 'middle', 'family', 'born', 'nhs', 'address', 'postcode', 'language']

function draftOf({ person, list, record, before, after }: Back): Draft | undefined {
  const isOurs = (name: string) =>
    before.words[name] !== after.words[name] &&
    (record[name] ?? null) === (after.words[name] ?? null)
  const fields = texts.filter(isOurs)
  const words = Object.fromEntries(fields.map(name => [name, before.words[name] ?? null]))
  const isMoved = isOurs('place') || isOurs('dwelling')
  const had = new Set(before.contacts)
  const removed = after.contacts.filter(id => !had.has(id) && record.unused.includes(id))
  const named = [...fields, ...(removed.length > 0 ? ['contacts'] : [])]
  if (named.length === 0 && !isMoved) return undefined
  const { place, dwelling, household } = before.words as Record<string, Id | null>
  const where = { place: place ?? null, dwelling: dwelling ?? null, household: household ?? null }
  return personCorrected({
    subjects: [person],
    place: isMoved ? where.place : record.place,
    body: {
      person,
      fields: named,
      source: list,
      ...(isMoved ? where : {}),
      ...(removed.length > 0 ? { removed } : {}),
    },
    words,
  })
}
