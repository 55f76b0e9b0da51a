// Do the people who work for this council speak Welsh and English? All councils of Wales do.
import type { Tx } from '../../store/open.ts'

/** Codes of councils in Wales begin with W. */
export async function speaksWelsh(tx: Tx, council: string): Promise<boolean> {
  const found = await tx
    .selectFrom('councils')
    .select('gss')
    .where('council', '=', council)
    .executeTakeFirst()
  return found?.gss?.startsWith('W') === true
}
