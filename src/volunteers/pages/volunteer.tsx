// One volunteer: what they can do, and may they rest?
import { dayMs } from '../../kernel/clock.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { londonDate, londonInstant } from '../../kernel/london.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { ErrorSummary, NotificationBanner, SummaryList } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, holds, reading } from '../../web/request.ts'
import { restVolunteer } from '../domain/rest-volunteer.ts'
import { type ListedVolunteer, volunteerSeen } from '../store/listed.ts'
import { Erase, type EraseProblem } from './erase-part.tsx'
import { volunteerStrings } from './strings.ts'
import { stateOf, travelsBy } from './volunteers-parts.tsx'

/** GET /volunteers/:volunteer */
export function showVolunteer(c: Ctx) {
  return volunteerPage(c)
}

export async function volunteerPage(c: Ctx, problem?: EraseProblem) {
  const id = c.req.param('volunteer') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const seen = await reading(c, 'volunteers.read', async (tx, scope, now) => {
    const one = await volunteerSeen(tx, scope, id)
    return one && { one, now }
  })
  if (!seen) return notFoundPage(c)
  const context = await pageContext(c, '/volunteers')
  const t = volunteerStrings(context.lang)
  const { one, now } = seen
  const crumbs = [{ href: '/volunteers', label: t.title }, { label: one.name }]
  return c.html(
    <Page context={context} title={one.name} breadcrumbs={crumbs} hasErrors={problem !== undefined}>
      <LangContext.Provider value={context.lang}>
        {problem && <ErrorSummary errorList={[{ href: '#sure', text: t[problem] }]} />}
        {c.req.query('saved') === '1' && <NotificationBanner text={t.saved} type="success" />}
        <h1 class="ds-h1">{one.name}</h1>
        <Facts one={one} now={now} />
        {holds(c, 'volunteers.manage') && <Rest one={one} now={now} />}
        {holds(c, 'volunteers.erase') && <Erase volunteer={one.id} problem={problem} />}
      </LangContext.Provider>
    </Page>,
    problem ? 422 : 200,
  )
}

type Shown = { readonly one: ListedVolunteer; readonly now: number }

function Facts({ one, now }: Shown) {
  const lang = useLang()
  const t = volunteerStrings(lang)
  const fact = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })
  return (
    <SummaryList
      rows={[
        fact(t.state, stateOf(lang, one, now)),
        fact(t.village, one.village),
        fact(t.phone, one.phone),
        fact(t.vetting, t.vettings[one.vetting]),
        fact(t.travels, travelsBy(lang, one)),
        fact(t.languages, one.languages.join(', ')),
        fact(t.jobsMax, String(one.jobsMax)),
      ]}
    />
  )
}

const weeksOffered = [1, 2, 4] as const
const weeksMax = 52

/** The morning after so many weeks: one day gives one answer, however often it is pressed. */
function morningAfter(now: number, weeks: number): number {
  const noon = londonInstant(londonDate(now), 12 * 60)
  return londonInstant(londonDate(noon + weeks * 7 * dayMs), 0)
}

function Rest({ one, now }: Shown) {
  const t = volunteerStrings(useLang())
  const isResting = one.restsUntil !== null && one.restsUntil.getTime() > now
  return (
    <form method="post" action={`/volunteers/${one.id}/rest`} class="ds-section ds-noprint">
      <h2 class="ds-h2">{t.rest}</h2>
      <p>{t.restLead}</p>
      <input type="hidden" name="command" value={newId()} />
      <div class="ds-acts">
        {weeksOffered.map(weeks => (
          <Press value={String(morningAfter(now, weeks))} words={t.weeks(weeks)} />
        ))}
        {isResting && <Press value="back" words={t.back} />}
      </div>
    </form>
  )
}

function Press({ value, words }: { value: string; words: string }) {
  return (
    <button type="submit" class="ds-button ds-button--second" name="until" value={value}>
      {words}
    </button>
  )
}

/** POST /volunteers/:volunteer/rest */
export async function saveRest(c: Ctx) {
  const form = await formOf(c)
  const volunteer = c.req.param('volunteer') ?? ''
  const said = form.text('until')
  const until = said === 'back' ? null : Number(said)
  const now = c.var.node.clock.now()
  const isTold = until === null || (until > now && until <= morningAfter(now, weeksMax))
  if (!isId(volunteer) || !isTold) return notFoundPage(c)
  const input = { volunteer, until }
  const done = await actFor(c, restVolunteer, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/volunteers/${volunteer}?saved=1`, 303)
}
