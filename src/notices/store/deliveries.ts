// What became of each try? The last of them, for the administrator and for whoever receives.
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

const keptMsMax = 30 * dayMs
const keptMax = 1_000
const listedMax = 50

export type Delivery = {
  /** Null for a test. */
  readonly seq: number | null
  readonly kind: string | null
  readonly attempt: number
  readonly at: Date
  readonly tookMs: number
  readonly status: number | null
  readonly problem: string | null
}

type Noted = Omit<Delivery, 'at'> & { readonly subscription: Id; readonly at: number }

export async function noteDelivery(tx: Tx, council: string, noted: Noted): Promise<void> {
  const { at, tookMs, ...rest } = noted
  const row = { ...rest, council, id: newId(), at: new Date(at), took_ms: Math.round(tookMs) }
  await tx.insertInto('notice_deliveries').values(row).execute()
}

/** The newest first. */
export async function listDeliveries(
  tx: Tx,
  scope: Scope,
  subscription: Id,
): Promise<readonly Delivery[]> {
  const found = await sql<Delivery>`select seq, kind, attempt, at, took_ms as "tookMs", status,
      problem
    from notice_deliveries
    where council = ${scope.council} and subscription = ${subscription}
      and ${scope.everywhere}::boolean
    order by id desc limit ${listedMax}`.execute(tx)
  return found.rows
}

/** A month, and of each subscription the last thousand. */
export async function pruneDeliveries(tx: Tx, council: string, now: number): Promise<void> {
  await sql`delete from notice_deliveries d using (
      select id, at, row_number() over (partition by subscription order by id desc) as nth
      from notice_deliveries where council = ${council}) n
    where d.council = ${council} and d.id = n.id
      and (n.nth > ${keptMax} or n.at < ${new Date(now - keptMsMax)})`.execute(tx)
}
