// Where does a person who uses Doorstep get their mail?
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export async function findAddress(
  tx: Tx,
  council: string,
  user: Id,
): Promise<string | null | undefined> {
  const found = await tx
    .selectFrom('users')
    .select('email')
    .where('council', '=', council)
    .where('id', '=', user)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return found?.email
}
