// In which order do I go to my doors; and, for whoever plans it, in which does this volunteer?
import { recordRead, type Scope } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import { findVolunteer, type Volunteer, volunteerOfUser } from '../../volunteers/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { keepRound, keepRoundFor } from '../domain/keep-round.ts'
import { isWithin } from '../store/is-within.ts'
import { roundOf } from '../store/round.ts'
import { RoundPage } from './round-view.tsx'
import { roundStrings } from './strings.ts'

/** GET /my/round. Whom nobody has taken on yet is told so where their jobs are. */
export async function showMyRound(c: Ctx) {
  const seen = await reading(c, 'rounds.walk', async (tx, scope, now) => {
    const me = await volunteerOfUser(tx, scope.council, { user: scope.actor, now })
    return me && seenBy(tx, scope, { volunteer: me, now, route: '/my/round' })
  })
  if (!seen) return c.redirect('/my/jobs', 303)
  const context = await pageContext(c, '/my/jobs')
  const crumb = { href: '/my/jobs', label: roundStrings(context.lang).back }
  const isSaved = c.req.query('saved') === '1'
  const shown = { seen, here: '/my/round', jobsAt: '/my/jobs', crumb, isSaved } as const
  return c.html(<RoundPage context={context} shown={shown} />)
}

/** GET /volunteers/:volunteer/round */
export async function showRound(c: Ctx) {
  const id = c.req.param('volunteer') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const route = '/volunteers/:volunteer/round'
  const seen = await reading(c, 'rounds.plan', async (tx, scope, now) => {
    const volunteer = await findVolunteer(tx, scope.council, { volunteer: id, now })
    if (!volunteer || !(await isWithin(tx, scope, volunteer.place))) return undefined
    return seenBy(tx, scope, { volunteer, now, route })
  })
  if (!seen) return notFoundPage(c)
  const context = await pageContext(c, '/volunteers')
  const here = `/volunteers/${id}/round`
  const crumb = { href: `/volunteers/${id}`, label: seen.volunteer.name }
  const isSaved = c.req.query('saved') === '1'
  const shown = { seen, here, jobsAt: '/jobs', crumb, isSaved } as const
  return c.html(<RoundPage context={context} shown={shown} />)
}

type Seeing = { readonly volunteer: Volunteer; readonly now: number; readonly route: string }

async function seenBy(tx: Tx, scope: Scope, { volunteer, now, route }: Seeing) {
  const seen = await roundOf(tx, { council: scope.council, volunteer, now })
  const subjects = seen.held.flatMap(({ job, facts }) => (facts && job.person ? job.person : []))
  await recordRead(tx, scope, { what: 'list', route, subjects: [...new Set(subjects)], at: now })
  return seen
}

/** POST /my/round */
export async function keepMine(c: Ctx) {
  const me = await reading(c, 'rounds.walk', (tx, scope, now) =>
    volunteerOfUser(tx, scope.council, { user: scope.actor, now }),
  )
  if (!me) return notFoundPage(c)
  return keep(c, { volunteer: me.id, command: keepRound, here: '/my/round' })
}

/** POST /volunteers/:volunteer/round */
export async function keepTheirs(c: Ctx) {
  const volunteer = c.req.param('volunteer') ?? ''
  return keep(c, { volunteer, command: keepRoundFor, here: `/volunteers/${volunteer}/round` })
}

type Keeping = {
  readonly volunteer: string
  readonly command: { readonly name: string }
  readonly here: string
}

async function keep(c: Ctx, { volunteer, command, here }: Keeping) {
  const form = await formOf(c)
  const times = form.all('at')
  const stops = form.all('job').map((job, nth) => ({ job, at: Number(times[nth] ?? Number.NaN) }))
  const done = await actFor(c, command, { id: form.commandId(), input: { volunteer, stops } })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`${here}?saved=1`, 303)
}
