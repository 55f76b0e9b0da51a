// Who holds which list, how are they reached, and what was agreed for its day?
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import { changeOnce } from '../../events/index.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import { erased } from '../../people/index.ts'
import { holderRemoved, holderTold, occasionDeclared } from '../domain/events.ts'
import type { OccasionKind, Rule } from '../domain/rules.ts'

export type Telling = {
  readonly id: Id
  /** Of a holder that is changed; absent: a new one. */
  readonly holder?: Id | undefined
  readonly name: string
  readonly contact: string
  readonly holds: string
  readonly pull: string
  readonly trigger: Rule
}

export function tellHolder(node: Node, actor: Actor, telling: Telling) {
  const { id, holder = id, trigger, name, contact, holds, pull } = telling
  return changeOnce(node, actor, {
    id,
    name: 'sealed.tell-holder',
    asked: telling,
    async decide() {
      const words = { name, contact, holds, pull }
      return [holderTold({ subjects: [holder], body: { holder, trigger }, words })]
    },
  })
}

export function removeHolder(node: Node, actor: Actor, holder: Id) {
  return changeOnce(node, actor, {
    id: newId(),
    name: 'sealed.remove-holder',
    asked: holder,
    async decide(tx) {
      const found = await sql`select 1 from holders
        where council = ${actor.council} and id = ${holder}`.execute(tx)
      if (found.rows.length === 0) return refuse('not-found')
      const removed = holderRemoved({ subjects: [holder], body: { holder } })
      return [removed, erased({ subjects: [holder], body: {} })]
    },
  })
}

export type Declaring = {
  readonly id: Id
  readonly kind: OccasionKind
  readonly area: Id | null
  readonly name: string
}

export function declareOccasion(node: Node, actor: Actor, declaring: Declaring) {
  const { id, kind, area, name } = declaring
  return changeOnce(node, actor, {
    id,
    name: 'sealed.declare',
    asked: declaring,
    async decide() {
      const body = { occasion: id, kind, area }
      return [occasionDeclared({ subjects: [], body, words: { name } })]
    },
  })
}
