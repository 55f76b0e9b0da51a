// A person decides whether anything else allows contact with those whom a list dropped.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import { actInBulk, type Draft } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import { flagLowered, flagRaised } from '../../people/index.ts'
import { letGoDrafts } from '../../reach/index.ts'
import type { Tx } from '../../store/open.ts'
import { type Basis, basisNoteLettersMax, basisPeopleMax } from '../domain/basis.ts'
import { basisDecided } from '../domain/version-events.ts'

export type BasisDecision = {
  readonly id: Id
  readonly people: readonly Id[]
  /** What allows contact; null: nothing does, and it stops. */
  readonly basis: Basis | null
  readonly note: string
}

/** All of them or none. The caller has checked the permission. */
export async function decideBasis(
  node: Node,
  actor: Actor,
  decision: BasisDecision,
): Promise<Refusal | undefined> {
  const { id, people, basis } = decision
  const note = decision.note.trim()
  if (people.length === 0 || people.length > basisPeopleMax) return refuse('invalid')
  if (note === '' || note.length > basisNoteLettersMax) return refuse('invalid')
  const asked = JSON.stringify([[...people].sort(), basis, note])
  const done = await actInBulk(node, actor, {
    id,
    name: 'lists.decide-basis',
    contentHash: createHash('sha256').update(asked).digest(),
    async work(tx, append) {
      const found = await holdCases(tx, actor.council, people)
      if (found.length < new Set(people).size) return refuse('already-done')
      await append(found.flatMap(one => draftsOf(one, { basis, note })))
      for (const list of new Set(found.map(one => one.list))) {
        await append(await letGoDrafts(tx, actor.council, list))
      }
      return { decided: found.length }
    },
  })
  return isRefusal(done) ? done : undefined
}

type Case = {
  readonly person: Id
  readonly root: Id
  readonly place: Id | null
  readonly why: string
  readonly list: string
}

async function holdCases(tx: Tx, council: string, people: readonly Id[]): Promise<readonly Case[]> {
  const found = await sql<Case>`
    select b.person, r.id as root, r.place, b.why, b.list from basis_checks b
    join people p on p.council = b.council and p.id = b.person and p.erased_at is null
    join people r on r.council = p.council and r.id = p.root
    where b.council = ${council} and b.state = 'open' and b.person = any (${[...people]}::uuid[])
    order by b.person for update of b`.execute(tx)
  return found.rows
}

function draftsOf(
  { person, root, place, why }: Case,
  { basis, note }: { basis: Basis | null; note: string },
): Draft[] {
  const answer = basis === null ? ('stopped' as const) : ('kept' as const)
  const body = { person, answer, basis }
  const decided = basisDecided({ subjects: [person], place, body, words: { note } })
  const about = { subjects: [root], place }
  const isWithdrawn = why === 'withdrawn'
  if (basis !== null) {
    const lifted = { person: root, flag: 'withdrawn' as const, source: 'lists' }
    return isWithdrawn ? [decided, flagLowered({ ...about, body: lifted })] : [decided]
  }
  // That they withdrew stands, whatever other list names them.
  if (isWithdrawn) return [decided]
  const stop = { person: root, flag: 'no-basis' as const, source: 'lists' }
  return [decided, flagRaised({ ...about, body: stop })]
}
