// Whom is a volunteer not to meet? Seen by hub managers alone, on a page of its own.
import { recordRead } from '../../access/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, ErrorSummary, Input } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { keepApart } from '../domain/keep-apart.ts'
import { type KeptFrom, keptFromOf, personByNumber } from '../store/kept-from.ts'
import { volunteerSeen } from '../store/listed.ts'
import { changeStrings } from './change-strings.ts'

/** GET /volunteers/:volunteer/apart */
export function showApart(c: Ctx) {
  return apartPage(c, undefined)
}

/** POST /volunteers/:volunteer/apart */
export async function saveApart(c: Ctx) {
  const form = await formOf(c)
  const volunteer = c.req.param('volunteer') ?? ''
  if (!isId(volunteer)) return notFoundPage(c)
  const isKept = form.text('person') === ''
  const number = form.text('number')
  const person = isKept
    ? await reading(c, 'volunteers.keep-apart', (tx, scope) => personByNumber(tx, scope, number))
    : form.text('person')
  if (person === undefined) return apartPage(c, number)
  const input = { volunteer, person, isKept }
  const done = await actFor(c, keepApart, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/volunteers/${volunteer}/apart`, 303)
}

async function apartPage(c: Ctx, wrong: string | undefined) {
  const id = c.req.param('volunteer') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const seen = await reading(c, 'volunteers.keep-apart', async (tx, scope, now) => {
    const one = await volunteerSeen(tx, scope, { volunteer: id, now })
    if (!one) return undefined
    const kept = await keptFromOf(tx, scope, id)
    const subjects = kept.map(({ person }) => person)
    await recordRead(tx, scope, {
      ...{ what: 'open', route: '/volunteers/:volunteer/apart', subjects, at: now },
    })
    return { one, kept }
  })
  if (!seen) return notFoundPage(c)
  const context = await pageContext(c, '/volunteers')
  const t = changeStrings(context.lang)
  const crumbs = [{ href: `/volunteers/${id}`, label: seen.one.name }, { label: t.keepApart }]
  const hasErrors = wrong !== undefined
  return c.html(
    <Page {...{ context, title: t.keepApart, breadcrumbs: crumbs, hasErrors }}>
      <LangContext.Provider value={context.lang}>
        {hasErrors && <ErrorSummary errorList={[{ href: '#number', text: t.numberWrong }]} />}
        <h1 class="ds-h1">{t.keepApart}</h1>
        <p>{t.keepApartLead}</p>
        {seen.kept.length === 0 && <p>{t.keepNone}</p>}
        {seen.kept.map(one => (
          <Kept volunteer={id} one={one} />
        ))}
        <AddApart volunteer={id} wrong={wrong} />
      </LangContext.Provider>
    </Page>,
    hasErrors ? 422 : 200,
  )
}

function Kept({ volunteer, one }: { volunteer: string; one: KeptFrom }) {
  const t = changeStrings(useLang())
  return (
    <form method="post" action={`/volunteers/${volunteer}/apart`} class="ds-acts">
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="person" value={one.person} />
      <span>{one.name}</span>
      <button
        {...{ type: 'submit', class: 'ds-button ds-button--second' }}
        aria-label={t.meetAgainOf(one.name)}
      >
        {t.meetAgain}
      </button>
    </form>
  )
}

function AddApart({ volunteer, wrong }: { volunteer: string; wrong: string | undefined }) {
  const t = changeStrings(useLang())
  const error = wrong === undefined ? {} : { errorMessage: { text: t.numberWrong } }
  return (
    <form
      {...{ method: 'post', action: `/volunteers/${volunteer}/apart`, novalidate: true }}
      class="ds-form ds-section"
    >
      <input type="hidden" name="command" value={newId()} />
      <Input
        {...{ name: 'number', label: t.number, hint: t.numberHint, value: wrong ?? '' }}
        {...error}
      />
      <Button text={t.keep} />
    </form>
  )
}
