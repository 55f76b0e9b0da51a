// Where does something not work now, as somebody said for a place and nobody said otherwise?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Service } from '../domain/terms.ts'
import { isOut } from './works-at.ts'

/** A place with what is out there; in a part of it somebody may have said otherwise since. */
export type OutNow = {
  readonly place: Id
  readonly name: string
  readonly kind: string
  readonly services: readonly Service[]
}

export const outShown = 40

export async function outNow(tx: Tx, scope: Scope, now: number): Promise<readonly OutNow[]> {
  const out = isOut(sql`w.service`, {
    ...{ council: sql`w.council`, place: sql`w.place`, at: new Date(now) },
  })
  const found = await sql<OutNow>`
    select p.id as place, p.name, p.kind, array_agg(w.service order by w.service) as services
    from works_now w join places p on p.council = w.council and p.id = w.place
    where w.council = ${scope.council} and w.state = 'out' and ${inScope(scope, 'p.id')} and ${out}
    group by p.id, p.name, p.kind order by p.name, p.id limit ${outShown}`.execute(tx)
  return found.rows
}
