// When did anybody last try to reach these people? Reaching says so, from outside.
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type LastContact = {
  /** Only who holds this is told. */
  readonly may: string
  of(tx: Tx, scope: Scope, people: readonly Id[]): Promise<ReadonlyMap<Id, Date>>
}

type Ask = {
  readonly tx: Tx
  scopeFor(permission: string): Scope
  readonly people: readonly Id[]
}

const known: LastContact[] = []

/** Called once, where a capability is put together. */
export function addLastContact(one: LastContact): void {
  if (!known.includes(one)) known.push(one)
}

/** The latest of what each capability knows. */
export async function lastContacts(ask: Ask): Promise<ReadonlyMap<Id, Date>> {
  if (ask.people.length === 0) return new Map()
  const last = new Map<Id, Date>()
  const told = known.map(({ may, of }) => of(ask.tx, ask.scopeFor(may), ask.people))
  for (const one of await Promise.all(told)) {
    for (const [id, at] of one) last.set(id, later(last.get(id) ?? null, at) ?? at)
  }
  return last
}

export function later(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other
  return one < other ? other : one
}
