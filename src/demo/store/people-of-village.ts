// Who of a village of the demo may be helped at the door by one person? Always the same ones.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

type Asked = { readonly council: string; readonly village: Id; readonly count: number }

export async function peopleOfVillage(
  tx: Tx,
  { council, village, count }: Asked,
): Promise<readonly Id[]> {
  const found = await sql<{ id: Id }>`select p.id from people p
    join places s on s.council = p.council and s.id = p.place and s.path @> array[${village}::uuid]
    where p.council = ${council} and p.erased_at is null and p.root = p.id and p.flags = '{}'
    order by p.number limit ${count}`.execute(tx)
  return found.rows.map(({ id }) => id)
}
