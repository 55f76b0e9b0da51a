// How does a council begin? With an empty log whose first hash is its own name.
import { sql } from 'kysely'
import { systemId } from '../access/actor.ts'
import type { Node } from '../node.ts'

export type Council = {
  readonly id: string
  readonly name: string
  readonly gss: string | null
  /** Nothing in a practice council is real, and every page says so. */
  readonly practice: boolean
}

/** Makes the council if it is not there. True if it was made now. */
export async function foundCouncil(node: Node, council: Council): Promise<boolean> {
  const { id, name, gss, practice } = council
  return node.store.transaction({ council: id, actor: systemId }, async tx => {
    const made = await sql`insert into councils (council, name, gss, practice)
      values (${id}, ${name}, ${gss}, ${practice}) on conflict do nothing
      returning council`.execute(tx)
    await sql`insert into council_logs (council, seq, hash, recorded_at)
      values (${id}, 0, sha256(convert_to(${id}, 'UTF8')), 'epoch')
      on conflict do nothing`.execute(tx)
    return made.rows.length > 0
  })
}

/** All councils of this database; their names are public. */
export async function listCouncils(node: Node): Promise<readonly Council[]> {
  return node.store.transaction({ council: '', actor: systemId }, async tx => {
    const found = await sql<Council>`select council as id, name, gss, practice
      from councils order by council`.execute(tx)
    return found.rows
  })
}

/** A council by our own id or by its GSS code. */
export async function findCouncil(node: Node, text: string): Promise<Council | undefined> {
  const councils = await listCouncils(node)
  return councils.find(council => council.id === text || council.gss === text)
}
