// Which letters wait to be made, and which lie in a part that was made?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { partMax } from '../domain/terms.ts'

export async function waitingLetters(tx: Tx, council: string, mailing: Id): Promise<readonly Id[]> {
  const found = await sql<{ id: Id }>`select b.id from mailing_messages b
    join mailings g on g.council = b.council and g.id = b.mailing and g.channel = 'letter'
    where b.council = ${council} and b.mailing = ${mailing} and b.state = 'waiting'
    order by b.nth limit ${partMax}`.execute(tx)
  return found.rows.map(row => row.id)
}

type Part = { readonly mailing: Id; readonly part: number }

/** Numbered as they were queued, 500 to a part, so that a part holds the same people always. */
export async function madeLetters(
  tx: Tx,
  council: string,
  { mailing, part }: Part,
): Promise<readonly Id[]> {
  const found = await sql<{ id: Id }>`select b.id from mailing_messages b
    where b.council = ${council} and b.mailing = ${mailing} and b.state = 'handed'
      and b.via = 'print' and b.nth >= ${part * partMax} and b.nth < ${(part + 1) * partMax}
    order by b.nth`.execute(tx)
  return found.rows.map(row => row.id)
}
