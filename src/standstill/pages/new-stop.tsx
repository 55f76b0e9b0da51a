// The duty officer stops everything at a place: where, and why. One press.
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, ErrorSummary, Select, Textarea } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { StopAll, stopAll } from '../domain/stop-all.ts'
import { placesToStop, type StopPlace } from '../store/queries.ts'
import { tellStops } from '../tell-stops.ts'
import { stopsStrings } from './strings.ts'

type Problem = 'placeMissing' | 'reasonMissing' | 'reasonTooLong' | 'already'
type Given = {
  readonly place: string
  readonly reason: string
  readonly problems: readonly Problem[]
}

/** The value of the choice that means everywhere. */
const whole = 'council'

/** GET /stops/new: `within` a village, its streets and zones are offered. */
export function showNewStop(c: Ctx) {
  return newStopPage(c, { place: c.req.query('within') ?? '', reason: '', problems: [] })
}

/** POST /stops/new */
export async function saveNewStop(c: Ctx) {
  const form = await formOf(c)
  const [place, reason] = [form.text('place'), form.text('reason')]
  const given = { place, reason }
  const within = place === whole ? null : place
  const input = { standstill: form.commandId(), within, reason }
  const problems = problemsOf(input)
  if (problems.length > 0) return newStopPage(c, { ...given, problems })
  const done = await actFor(c, stopAll, { id: form.commandId(), input })
  if (isRefusal(done)) {
    if (done.refused !== 'already-done') return refusalPage(c, done)
    return newStopPage(c, { ...given, problems: ['already'] })
  }
  await tellStops(c.var.node, c.var.actor.council)
  return c.redirect(`/stops/${input.standstill}?saved=1`, 303)
}

function problemsOf(input: { within: string | null; reason: string }): readonly Problem[] {
  const parsed = StopAll.safeParse(input)
  if (parsed.success) return []
  return parsed.error.issues.map(({ path, code }) => {
    if (path[0] === 'within') return 'placeMissing'
    return code === 'too_big' ? 'reasonTooLong' : 'reasonMissing'
  })
}

async function newStopPage(c: Ctx, given: Given) {
  const asked = c.req.query('within') ?? ''
  const within = isId(asked) ? asked : null
  const seen = await reading(c, 'standstill.stop', async (tx, scope) => ({
    places: await placesToStop(tx, scope, within),
    isEverywhere: scope.everywhere,
  }))
  const context = await pageContext(c, '/stops')
  const t = stopsStrings(context.lang)
  const crumbs = [{ href: '/stops', label: t.title }, { label: t.newTitle }]
  const { problems } = given
  const errorList = problems.map(code => ({ href: `#${fieldOf(code)}`, text: t[code] }))
  const shown = { ...seen, ...given, within }
  return c.html(
    <Page context={context} title={t.newTitle} breadcrumbs={crumbs} hasErrors={problems.length > 0}>
      <LangContext.Provider value={context.lang}>
        {problems.length > 0 && <ErrorSummary errorList={errorList} />}
        <h1 class="ds-h1">{t.newTitle}</h1>
        <Form {...shown} />
        {within === null && <Narrower places={seen.places} />}
      </LangContext.Provider>
    </Page>,
    problems.includes('already') ? 409 : problems.length > 0 ? 422 : 200,
  )
}

const fieldOf = (code: Problem) => (code.startsWith('reason') ? 'reason' : 'place')

type Shown = Given & {
  readonly places: readonly StopPlace[]
  readonly isEverywhere: boolean
  readonly within: string | null
}

function Form({ places, isEverywhere, within, place, reason, problems }: Shown) {
  const t = stopsStrings(useLang())
  const wrong = (field: string) => {
    const code = problems.find(one => fieldOf(one) === field)
    return code ? { errorMessage: { text: t[code] } } : {}
  }
  const items = [
    { value: '', text: t.choose },
    ...(isEverywhere && within === null ? [{ value: whole, text: t.whole }] : []),
    ...places.map(one => ({ value: one.id, text: `${one.name}, ${kindOf(t, one)}` })),
  ]
  return (
    <form class="ds-form" method="post" action="/stops/new" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <Select name="place" label={t.place} items={items} value={place} {...wrong('place')} />
      <Textarea
        {...{ name: 'reason', label: t.reason, hint: t.reasonHint, rows: 3, value: reason }}
        {...wrong('reason')}
      />
      <p>{t.willDo}</p>
      <Button text={t.stop} preventDoubleClick />
    </form>
  )
}

function kindOf(t: ReturnType<typeof stopsStrings>, { kind }: StopPlace): string {
  return t.kinds[kind as keyof typeof t.kinds]
}

function Narrower({ places }: { places: readonly StopPlace[] }) {
  const t = stopsStrings(useLang())
  const villages = places.filter(({ kind }) => kind === 'village')
  if (villages.length === 0) return null
  return (
    <details class="ds-section">
      <summary>{t.narrower}</summary>
      <ul class="ds-list">
        {villages.map(({ id, name }) => (
          <li>
            <a href={`/stops/new?within=${id}`}>{t.ofVillage(name)}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}
