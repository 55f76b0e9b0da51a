// What works in a village now, and a form to say so.
import { hourMs } from '../../kernel/clock.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Input, Select } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { findPlace, type Place } from '../../places/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { hoursMax, sayWorks } from '../domain/say-works.ts'
import { type Service, services, type Working, workings } from '../domain/terms.ts'
import { type Said, worksAt } from '../store/works-at.ts'
import { worksStrings } from './strings.ts'

type Problem = 'hoursWrong' | 'nothing'
type Found = { readonly place: Place; readonly said: readonly Said[] }
type Asked = {
  readonly hours: string
  readonly problem: Problem | undefined
  readonly chosen: readonly { readonly service: Service; readonly state: Working }[]
}

/** GET /villages/:village/works */
export async function showWorks(c: Ctx) {
  return worksPage(c, { hours: '', problem: undefined, chosen: [] })
}

/** POST /villages/:village/works */
export async function saveWorks(c: Ctx) {
  const place = c.req.param('village') ?? ''
  if (!isId(place)) return notFoundPage(c)
  const form = await formOf(c)
  const hours = form.text('hours')
  const found = services.flatMap(service => {
    const state = workings.find(one => one === form.text(service))
    return state ? [{ service, state }] : []
  })
  const lasts = hours === '' ? null : /^\d{1,3}$/.test(hours) ? Number(hours) : 0
  const isWrong = lasts !== null && (lasts < 1 || lasts > hoursMax)
  if (isWrong) return worksPage(c, { hours, problem: 'hoursWrong', chosen: found })
  if (found.length === 0) return worksPage(c, { hours, problem: 'nothing', chosen: [] })
  const until = lasts === null ? null : c.var.node.clock.now() + lasts * hourMs
  const input = { place, said: found, until }
  const done = await actFor(c, sayWorks, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/villages/${place}/works`, 303)
}

async function worksPage(c: Ctx, asked: Asked) {
  const id = c.req.param('village') ?? ''
  const found = await reading(
    c,
    'works.read',
    async (tx, scope, now): Promise<Found | undefined> => {
      const place = isId(id) ? await findPlace(tx, scope, id) : undefined
      if (place?.kind !== 'village') return undefined
      return { place, said: await worksAt(tx, scope.council, { place: id, now }) }
    },
  )
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/villages')
  return c.html(<WorksView context={context} {...found} {...asked} />, asked.problem ? 422 : 200)
}

function WorksView({ context, place, said, hours, problem, chosen }: Found & Asked & Shown) {
  const t = worksStrings(context.lang)
  const state = (service: Service) => said.find(one => one.service === service)?.state
  const isOut = state('landline') === 'out' && state('mobile') === 'out'
  const title = t.title(place.name)
  const crumbs = [
    { href: '/villages', label: t.villages },
    { href: `/villages/${place.id}`, label: place.name },
    { label: title },
  ]
  const wrong = problem && {
    text: t[problem],
    href: problem === 'nothing' ? '#landline' : '#hours',
  }
  return (
    <Page context={context} title={title} breadcrumbs={crumbs} hasErrors={problem !== undefined}>
      {wrong && <ErrorSummary errorList={[wrong]} />}
      <h1 class="ds-h1 ds-headline">{title}</h1>
      {isOut && (
        <div class="ds-care">
          <p>{t.phonesOut}</p>
        </div>
      )}
      <Standing said={said} />
      <Say place={place} hours={hours} problem={problem} chosen={chosen} />
    </Page>
  )
}

type Shown = { context: PageContext }

function Standing({ said }: { said: readonly Said[] }) {
  const lang = useLang()
  const t = worksStrings(lang)
  const { row } = format(lang)
  return (
    <table class="ds-table">
      <thead>
        <tr>
          <th scope="col">{t.service}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.said}</th>
        </tr>
      </thead>
      <tbody>
        {services.map(service => {
          const one = said.find(other => other.service === service)
          return (
            <tr data-service={service} data-state={one?.state ?? 'not-known'}>
              <th scope="row">{t.services[service]}</th>
              <td>{t.states[one?.state ?? 'not-known']}</td>
              <td>
                {one ? t.by(one.by, row(one.since), one.place) : t.nobody}
                {one?.until && `, ${t.until(row(one.until))}`}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Say({ place, hours, problem, chosen }: { place: Place } & Asked) {
  const t = worksStrings(useLang())
  const items = (states: Readonly<Record<Working, string>>) => [
    { value: '', text: t.keep },
    ...workings.map(state => ({ value: state, text: states[state] })),
  ]
  return (
    <section class="ds-section" aria-labelledby="h-say">
      <h2 class="ds-h2" id="h-say">
        {t.say}
      </h2>
      <form class="ds-form" method="post" action={`/villages/${place.id}/works`} novalidate>
        <input type="hidden" name="command" value={newId()} />
        {services.map(service => (
          <Select
            id={service}
            name={service}
            label={{ text: t.services[service] }}
            items={items(t.states)}
            value={chosen.find(one => one.service === service)?.state ?? ''}
          />
        ))}
        <Input
          id="hours"
          name="hours"
          value={hours}
          classes="govuk-input--width-4"
          inputmode="numeric"
          label={{ text: t.hours }}
          hint={{ text: t.hoursHint }}
          {...(problem === 'hoursWrong' ? { errorMessage: { text: t.hoursWrong } } : {})}
        />
        <Button text={t.save} preventDoubleClick />
      </form>
    </section>
  )
}
