// One stop: who knows, who is home, what came due, and the form that lifts it.
import { recordRead, scopeOf } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { LiftStop, liftStop, SaySafeHome, saySafeHome } from '../domain/answer-stop.ts'
import { allDue } from '../store/parts.ts'
import { findStandstill, outOf, toldOf } from '../store/queries.ts'
import { tellStops } from '../tell-stops.ts'
import { StopPage, type StopProblem } from './stop-view.tsx'

/** GET /stops/:standstill */
export function showStop(c: Ctx) {
  return stopPage(c, { reason: '', problems: [] })
}

/** POST /stops/:standstill/lift */
export async function liftHere(c: Ctx) {
  const form = await formOf(c)
  const standstill = c.req.param('standstill') ?? ''
  const input = { standstill, reason: form.text('reason') }
  if (!isId(standstill)) return notFoundPage(c)
  if (!LiftStop.safeParse(input).success) {
    const code = input.reason === '' ? 'reasonMissing' : 'reasonTooLong'
    return stopPage(c, { reason: input.reason, problems: [{ code, field: 'reason' }] })
  }
  return done(c, form, { command: liftStop, input })
}

/** POST /stops/:standstill/safe: somebody told us of somebody. */
export async function sayOtherHome(c: Ctx) {
  const form = await formOf(c)
  const [user, saidBy] = [form.text('user'), form.text('saidBy')]
  const input = { standstill: c.req.param('standstill'), user, saidBy }
  if (!SaySafeHome.safeParse(input).success) return notFoundPage(c)
  if (saidBy === '') {
    const problem = { code: 'saidByMissing', field: `said-${user}` } as const
    return stopPage(c, { reason: '', problems: [problem] })
  }
  return done(c, form, { command: saySafeHome, input })
}

type Asked = { readonly command: { readonly name: string }; readonly input: object }

async function done(c: Ctx, form: Form, { command, input }: Asked) {
  const answer = await actFor(c, command, { id: form.commandId(), input })
  if (isRefusal(answer)) return refusalPage(c, answer)
  await tellStops(c.var.node, c.var.actor.council)
  return c.redirect(`/stops/${c.req.param('standstill')}?saved=1`, 303)
}

type Given = { readonly reason: string; readonly problems: readonly StopProblem[] }

async function stopPage(c: Ctx, { reason, problems }: Given) {
  const id = c.req.param('standstill') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const { node, actor } = c.var
  const seen = await reading(c, 'standstill.stop', async (tx, scope, now) => {
    const found = await findStandstill(tx, scope, id)
    if (!found) return undefined
    const told = await toldOf(tx, scope, id)
    const out = await outOf(tx, scope, id)
    const scopeFor = (permission: string) =>
      scopeOf(node.registry.permissions, actor, { permission, now })
    const where = { council: scope.council, within: found.within, now }
    const until = found.liftedAt ?? new Date(now)
    const due = (await allDue(tx, { where, scopeFor })).filter(one => one.at <= until)
    const subjects = [...new Set(due.map(one => one.person))]
    await recordRead(tx, scope, { what: 'list', route: '/stops/:standstill', subjects, at: now })
    return { found, told, out, due, now }
  })
  if (!seen) return notFoundPage(c)
  const context = await pageContext(c, '/stops')
  const isSaved = c.req.query('saved') === '1' && problems.length === 0
  const shown = { ...seen, reason, problems, isSaved }
  return c.html(<StopPage context={context} shown={shown} />, problems.length > 0 ? 422 : 200)
}
