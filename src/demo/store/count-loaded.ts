// What is in the loaded demo? Counts, for whoever asked for it.
import { sql } from 'kysely'
import { systemId } from '../../access/index.ts'
import type { Node } from '../../node.ts'

export type Counts = {
  readonly events: number
  readonly places: number
  readonly homes: number
  readonly people: number
  readonly members: number
  readonly attempts: number
  readonly needs: number
}

export async function countLoaded(node: Node, council: string): Promise<Counts> {
  return node.store.transaction({ council, actor: systemId }, async tx => {
    const found = await sql<Counts>`select
      (select count(*) from events where council = ${council}) as events,
      (select count(*) from places where council = ${council}) as places,
      (select count(*) from dwellings where council = ${council}) as homes,
      (select count(*) from people where council = ${council}) as people,
      (select count(*) from members where council = ${council}) as members,
      (select count(*) from attempts where council = ${council}) as attempts,
      (select count(*) from needs where council = ${council}) as needs`.execute(tx)
    const [counts] = found.rows
    if (!counts) throw new Error('Broken: a count gives one row')
    return counts
  })
}
