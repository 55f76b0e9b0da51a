// What somebody asked for when they rang becomes a dated step: nobody has it yet, so it is a gap.
import { dayMs, hourMs } from '../../kernel/clock.ts'
import { type Id, idFrom } from '../../kernel/ids.ts'
import { needLabel, needsOf, planAction, type Urgency } from '../../needs/index.ts'
import { actFor, type Ctx, reading } from '../../web/request.ts'

const dueMs: Readonly<Record<Urgency, number>> = {
  today: 4 * hourMs,
  '48h': 2 * dayMs,
  routine: 7 * dayMs,
}

type Asked = { readonly person: Id; readonly attempt: Id }

export async function planNeeds(c: Ctx, { person, attempt }: Asked): Promise<void> {
  const all = await reading(c, 'needs.record', (tx, scope) => needsOf(tx, scope, person))
  for (const need of all.filter(one => one.attempt === attempt)) {
    const action = idFrom('step of inbound', need.id)
    const dueAt = need.foundAt.getTime() + dueMs[need.urgency]
    const what = needLabel(need)
    const input = { action, person: need.person, need: need.id, what, owner: null, dueAt }
    await actFor(c, planAction, { id: action, input })
  }
}
