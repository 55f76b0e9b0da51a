// Whose sheet is it, and with which hazard pack does its campaign work?
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export async function findPackOf(tx: Tx, council: string, campaign: Id | null) {
  if (campaign === null) return undefined
  const found = await tx
    .selectFrom('campaigns')
    .select(['pack', 'pack_version as version'])
    .where('council', '=', council)
    .where('id', '=', campaign)
    .executeTakeFirst()
  return found
}

export async function councilOf(tx: Tx, council: string) {
  const found = await tx
    .selectFrom('councils')
    .select(['name', 'practice'])
    .where('council', '=', council)
    .executeTakeFirst()
  return { council: found?.name ?? '', isPractice: found?.practice ?? false }
}
