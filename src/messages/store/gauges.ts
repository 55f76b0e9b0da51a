// Does the post go out? For whoever runs Doorstep.
import { sql } from 'kysely'
import type { Gauge } from '../../events/index.ts'
import { secondMs } from '../../kernel/clock.ts'

export const oldestUnsent: Gauge = {
  name: 'messages_oldest_unsent_seconds',
  help: 'Age of the message that has waited longest to be sent.',
  async of(tx, council, now) {
    const found = await sql<{ since: Date | null }>`select min(queued_at) as since from messages
      where council = ${council} and state = 'waiting'`.execute(tx)
    const since = found.rows[0]?.since
    return since ? Math.max(0, (now.getTime() - since.getTime()) / secondMs) : 0
  },
}

export const unsent: Gauge = {
  name: 'messages_waiting',
  help: 'Messages that wait to be sent.',
  of: (tx, council) => countIn(tx, council, 'waiting'),
}

export const undelivered: Gauge = {
  name: 'messages_failed',
  help: 'Messages of the last 30 days that could not be delivered.',
  of: (tx, council) => countIn(tx, council, 'failed'),
}

async function countIn(tx: Parameters<Gauge['of']>[0], council: string, state: string) {
  const found = await sql<{ n: number }>`select count(*)::int as n from messages
    where council = ${council} and state = ${state}`.execute(tx)
  return found.rows[0]?.n ?? 0
}
