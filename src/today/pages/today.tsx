// What must I do first this morning, and how does everything stand?
import { recordRead, type Scope } from '../../access/index.ts'
import { headOf } from '../../live/index.ts'
import type { Tx } from '../../store/open.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { type Morning, stillHolds } from '../domain/figures.ts'
import { countMorning, namedIn } from '../store/count-morning.ts'
import { keepMorning, keptMorning } from '../store/keep.ts'
import { type Names, namesOf } from '../store/names.ts'
import { TodayView } from './today-view.tsx'

/** GET /today, and /today?now to count again. */
export async function showToday(c: Ctx) {
  const isAsked = c.req.query('now') !== undefined
  const shown = await reading(c, 'today.read', async (tx, scope, now) => {
    const morning = await morningOf(tx, scope, { now, isAsked })
    const names = await namesOf(tx, scope, namedIn(morning.figures))
    const subjects = [...names.people.keys()]
    await recordRead(tx, scope, { what: 'list', route: '/today', subjects, at: now })
    return { morning, names, now }
  })
  if (isAsked) return c.redirect('/today', 303)
  const context = await pageContext(c, '/today')
  return c.html(<TodayView context={context} shown={shown} />)
}

export type Shown = { readonly morning: Morning; readonly names: Names; readonly now: number }

type Asked = { readonly now: number; readonly isAsked: boolean }

/** As it was counted; counted anew when it was asked for, or no longer holds. */
async function morningOf(tx: Tx, scope: Scope, { now, isAsked }: Asked): Promise<Morning> {
  const places = scope.everywhere ? 'all' : [...scope.places].sort().join(' ')
  const kept = isAsked ? undefined : await keptMorning(tx, scope)
  if (kept && stillHolds(kept, now, places)) return kept
  const seq = await headOf(tx, scope)
  const figures = await countMorning(tx, scope, now)
  const morning = { countedAt: now, seq, places, figures }
  await keepMorning(tx, scope, morning)
  return morning
}
