// Who was told of a stop, and who was out there?
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export async function toldOfStop(tx: Tx, council: string, standstill: Id) {
  const usersIn = async (table: 'standstill_told' | 'standstill_out') => {
    const found = await tx
      .selectFrom(table)
      .select('user_id')
      .where('council', '=', council)
      .where('standstill', '=', standstill)
      .orderBy('user_id')
      .execute()
    return found.map(one => one.user_id)
  }
  return { told: await usersIn('standstill_told'), out: await usersIn('standstill_out') }
}
