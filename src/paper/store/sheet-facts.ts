// Whose sheet is it, and with which hazard pack does its campaign work?
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { SheetAsks } from '../domain/outcome-keys.ts'
import type { Sheet } from './sheets.ts'

export async function findPackOf(tx: Tx, council: string, campaign: Id | null) {
  if (campaign === null) return undefined
  const found = await tx
    .selectFrom('campaigns')
    .select(['pack', 'pack_version as version', 'member_kind as memberKind'])
    .where('council', '=', council)
    .where('id', '=', campaign)
    .executeTakeFirst()
  return found
}

/** Only of sheets whose lines are tried. */
export function asksOf({ kind }: Pick<Sheet, 'kind'>, members = 'person'): SheetAsks | undefined {
  const about = members === 'person' ? 'person' : 'home'
  if (kind === 'call') return { channel: 'call', about }
  return kind === 'round' ? { channel: 'doorstep', about } : undefined
}

export async function councilOf(tx: Tx, council: string) {
  const found = await tx
    .selectFrom('councils')
    .select(['name', 'practice'])
    .where('council', '=', council)
    .executeTakeFirst()
  return { council: found?.name ?? '', isPractice: found?.practice ?? false }
}
