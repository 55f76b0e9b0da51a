// Who would be left unreached if this campaign were closed now? They are named, not dropped.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { ClosingState } from '../domain/close-campaign.ts'

export const loadClosing: Load<{ campaign: Id }, ClosingState> = async (tx, input, context) => {
  const { actor, now } = context
  const state = await closingOf(tx, actor.council, { campaign: input.campaign, now })
  return state ? { state, place: null } : refuse('not-found')
}

type Asked = { readonly campaign: Id; readonly now: number }

export async function closingOf(
  tx: Tx,
  council: string,
  { campaign, now }: Asked,
): Promise<ClosingState | undefined> {
  const found = await sql<{ isClosed: boolean }>`select closed_at is not null as "isClosed"
    from campaigns where council = ${council} and id = ${campaign} for update`.execute(tx)
  const [row] = found.rows
  if (!row) return undefined
  const counted = await sql<{ n: number }>`select count(*)::int as n from members m
    where m.council = ${council} and m.campaign = ${campaign}
      and m.round = (select r.id from rounds r where r.council = m.council
        and r.campaign = m.campaign order by r.number desc limit 1)
      and (m.state in ('tried', 'untried')
        or (m.state = 'reached' and m.until <= ${new Date(now)}))`.execute(tx)
  return { ...row, unreached: counted.rows[0]?.n ?? 0 }
}
