// What is next for somebody, as phones and roads are where they live now?
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import { isOut } from '../../works/index.ts'
import { phonesWork } from './lines.ts'

/**
 * Of a member `m`: the step of the ladder, and where no phone of theirs works the door, or radio
 * where no road leads. As `domain/what-works.ts` says it, but without a write: when phones work
 * again it is as it was.
 */
export function stepNow({ council }: Pick<Scope, 'council'>, at: Date): RawBuilder<string> {
  const where = { council: sql`m.council`, place: sql`m.place`, at }
  const noRoad = isOut(sql`'road'`, where)
  const instead = sql`case when ${noRoad} then 'radio' else 'door' end`
  return sql<string>`case
    when not exists (select from works_now w where w.council = ${council} and w.state = 'out')
      or m.kind <> 'person' then m.next_step
    when m.next_step in ('ring', 'ring-next-number') and not ${phonesWork(at)} then ${instead}
    when m.next_step = 'text' and ${isOut(sql`'mobile'`, where)}
      and ${isOut(sql`'landline'`, where)} then ${instead}
    when m.next_step = 'door' and ${noRoad} then 'radio'
    else m.next_step end`
}
