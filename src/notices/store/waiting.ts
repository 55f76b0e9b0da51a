// What has a subscription not been told yet? Within its scope, of its kinds, in order, ids only.
import { sql } from 'kysely'
import { grantsOf, inScope, type Scope, scopeOf } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { readPermission } from '../domain/add-subscription.ts'
import type { Turn } from './turns.ts'

export const batchMax = 100

export type Noticed = {
  readonly seq: number
  readonly kind: string
  readonly version: number
  readonly subjects: readonly Id[]
  readonly place: Id | null
  readonly happenedAt: Date
  readonly recordedAt: Date
}

export type Waiting = {
  readonly events: readonly Noticed[]
  /** All up to here were looked at: what is not in `events` is not for this subscription. */
  readonly upTo: number
}

/** The rule for what a subscription reads is that of a person or a token; undefined: it may not. */
export async function scopeOfTurn(
  tx: Tx,
  node: Node,
  { council, turn, now }: { council: string; turn: Turn; now: number },
): Promise<Scope | undefined> {
  const user = await tx
    .selectFrom('users')
    .select('name')
    .where('council', '=', council)
    .where('id', '=', turn.user)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!user) return undefined
  const grants = await grantsOf(tx, council, turn.user)
  const actor = { council, id: turn.user, name: '', grants, isSystem: false, session: null }
  const asked = { permission: readPermission, now }
  const scope = scopeOf(node.registry.permissions, actor, asked)
  return scope.everywhere || scope.places.length > 0 ? scope : undefined
}

/** The head is read first: numbers are given in order of commit, so below it none is missing. */
export async function waitingFor(tx: Tx, scope: Scope, turn: Turn): Promise<Waiting> {
  const { council } = scope
  const whole = turn.kinds.filter(kind => !kind.endsWith('.*'))
  const parts = turn.kinds.filter(kind => kind.endsWith('.*')).map(kind => kind.slice(0, -2))
  const head = await sql<{ seq: number }>`select seq from council_logs
    where council = ${council}`.execute(tx)
  const upTo = head.rows[0]?.seq ?? 0
  const found = await sql<Noticed>`select seq, kind, version, subjects, place,
      happened_at as "happenedAt", recorded_at as "recordedAt"
    from events
    where council = ${council} and seq > ${turn.after} and seq <= ${upTo}
      and (kind = any(${whole}::text[]) or split_part(kind, '.', 1) = any(${parts}::text[]))
      and ${inScope(scope, 'place')}
    order by seq limit ${batchMax}`.execute(tx)
  const events = found.rows
  return { events, upTo: events.length < batchMax ? upTo : (events.at(-1)?.seq ?? upTo) }
}
