// Who is at work at a place, and what came due there? Other capabilities add their part from
// outside, because they ask this one and may not be asked back.
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Why } from '../domain/terms.ts'

export type Where = { readonly council: string; readonly within: Id | null; readonly now: number }
export type AtWork = { readonly user: Id; readonly why: Why }

export type Due = {
  readonly kind: 'promise' | 'action'
  readonly name: string
  readonly what: string | null
  readonly at: Date
  readonly href: string
  /** Whose record it is. */
  readonly person: Id
}

export type StandstillPart = {
  readonly name: string
  atWork(tx: Tx, where: Where): Promise<readonly AtWork[]>
  readonly due: {
    readonly may: string
    /** What has come due there by now, the oldest first. */
    of(tx: Tx, scope: Scope, where: Where): Promise<readonly Due[]>
  }
}

const parts: StandstillPart[] = []

/** Called once, where a capability is put together. */
export function addStandstillPart(part: StandstillPart): void {
  if (!parts.some(({ name }) => name === part.name)) parts.push(part)
}

export async function allAtWork(tx: Tx, where: Where): Promise<readonly AtWork[]> {
  const found: AtWork[] = []
  for (const part of parts) found.push(...(await part.atWork(tx, where)))
  return found
}

type DueAsk = { readonly where: Where; scopeFor(permission: string): Scope }

/** Promises first, each kind by its time. */
export async function allDue(tx: Tx, { where, scopeFor }: DueAsk): Promise<readonly Due[]> {
  const found: Due[] = []
  for (const { due } of parts) found.push(...(await due.of(tx, scopeFor(due.may), where)))
  const rank = ({ kind }: Due) => (kind === 'promise' ? 0 : 1)
  return found.toSorted((a, b) => rank(a) - rank(b) || a.at.getTime() - b.at.getTime())
}

/** True for rows whose place lies in it; all rows of the council when it is null. */
export function liesWithin(column: string, { council, within }: Omit<Where, 'now'>) {
  if (within === null) return sql<boolean>`true` satisfies RawBuilder<boolean>
  return sql<boolean>`${sql.ref(column)} in (select id from places
    where council = ${council} and path @> array[${within}::uuid])`
}
