// What does a volunteer hold who is to be erased? What nobody has begun goes to others.
import { sql } from 'kysely'
import { systemActor, systemId } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { type Id, idFrom } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { HeldPart } from '../../volunteers/index.ts'
import { giveBackJob } from '../domain/work-on-job.ts'

const atOnceMax = 100

export const heldPart: HeldPart = {
  async free(node, council, volunteer) {
    const at = { council, actor: systemId }
    const held = await node.store.transaction(at, tx => notBegun(tx, council, volunteer))
    for (const { job, claim } of held) {
      const input = { job, reason: 'cannot' as const }
      const id = idFrom('free who leaves', job, claim)
      await act(node, systemActor(council), giveBackJob.other, { id, input })
    }
  },
  async holds(tx, council, volunteer) {
    const found = await sql`select 1 from jobs
      where council = ${council} and ${volunteer}::uuid in (volunteer, second)
        and (state in ('offered', 'claimed', 'under-way')
          or (home_by is not null and home_at is null)) limit 1`.execute(tx)
    return found.rows.length > 0
  },
}

type Held = { readonly job: Id; readonly claim: Id }

async function notBegun(tx: Tx, council: string, volunteer: Id): Promise<readonly Held[]> {
  const found = await sql<Held>`select id as job, claim from jobs
    where council = ${council} and ${volunteer}::uuid in (volunteer, second)
      and state in ('offered', 'claimed') and claim is not null
    order by id limit ${atOnceMax}`.execute(tx)
  return found.rows
}
