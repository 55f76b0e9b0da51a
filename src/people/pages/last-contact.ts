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
  readonly people: readonly { readonly id: Id; readonly lastWorkedAt: Date | null }[]
}

const known: LastContact[] = []

/** Called once, where a capability is put together. */
export function addLastContact(one: LastContact): void {
  if (!known.includes(one)) known.push(one)
}

/** The latest of what each capability knows and of the numbers that worked. */
export async function lastContacts(ask: Ask): Promise<ReadonlyMap<Id, Date>> {
  const last = new Map<Id, Date>()
  const keep = (id: Id, at: Date | null) => {
    const before = last.get(id)
    if (at && (!before || before < at)) last.set(id, at)
  }
  for (const { id, lastWorkedAt } of ask.people) keep(id, lastWorkedAt)
  const ids = ask.people.map(one => one.id)
  for (const { may, of } of ids.length > 0 ? known : []) {
    for (const [id, at] of await of(ask.tx, ask.scopeFor(may), ids)) keep(id, at)
  }
  return last
}
