// Somebody is worried about a person: it is passed on, and they hear who has it now.
import { recordRead } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, holds, reading } from '../../web/request.ts'
import { isOpen } from '../domain/answerable.ts'
import { tellWorry } from '../domain/tell-worry.ts'
import { wordsLettersMax } from '../domain/terms.ts'
import { findDesk } from '../store/desk.ts'
import { beingHandled, findWorriedAbout } from '../store/queries.ts'
import { worryStrings } from './strings.ts'
import { DeskLine, RingFirst, WorryHere } from './worry-parts.tsx'

/** POST /people/:person/worry. Nothing that somebody wrote is a reason not to pass it on. */
export async function saveWorry(c: Ctx) {
  const person = c.req.param('person') ?? ''
  const form = await formOf(c)
  const id = form.commandId()
  const words = form.text('words').slice(0, wordsLettersMax)
  const input = { worry: id, person, isDanger: form.text('danger') === 'yes', words }
  const done = await actFor(c, tellWorry, { id, input })
  if (isRefusal(done)) return refusalPage(c, done)
  const to = new URLSearchParams({ to: ownPath(form.text('to')) })
  return c.redirect(`/people/${person}/worry?${to}`, 303)
}

/** Only to a page of ours. */
function ownPath(to: string): string {
  return /^\/[a-z][!-~]*$/.test(to) ? to : '/'
}

/** GET /people/:person/worry: being handled, since when, and no more. */
export async function showWorry(c: Ctx) {
  const seen = await readWorry(c)
  if (!seen) return notFoundPage(c)
  const context = await pageContext(c)
  const { lang } = context
  const t = worryStrings(lang)
  const { person, handled, desk, now } = seen
  const to = ownPath(c.req.query('to') ?? '')
  const number = desk && !isOpen(desk, now) ? desk.number : null
  return c.html(
    <Page context={context} title={t.title}>
      <h1 class="ds-h1">{handled ? t.passedOn(person.name) : t.worried(person.name)}</h1>
      {handled && <p role="status">{t.passedOnBody(format(lang).near(handled.since, now))}</p>}
      <RingFirst lang={lang} />
      <DeskLine isSet={desk !== undefined} number={number} />
      {handled && (
        <p class="ds-acts">
          <a class="ds-button" href={to}>
            {t.goOn}
          </a>{' '}
          {holds(c, 'concerns.handle') && (
            <a class="ds-button ds-button--second" href={`/concerns/${handled.concern}`}>
              {t.open}
            </a>
          )}
        </p>
      )}
      <WorryHere person={person.id} name={person.name} lang={lang} to={to} />
      <p class="ds-small ds-quiet">{t.seen}</p>
    </Page>,
  )
}

function readWorry(c: Ctx) {
  const id = c.req.param('person') ?? ''
  if (!isId(id)) return undefined
  return reading(c, 'concerns.raise', async (tx, scope, now) => {
    const person = await findWorriedAbout(tx, scope, id)
    if (!person) return undefined
    const route = '/people/:person/worry'
    await recordRead(tx, scope, { what: 'open', route, subjects: [id], at: now })
    const handled = await beingHandled(tx, scope, id)
    return { person, handled, desk: await findDesk(tx, scope.council, new Date(now)), now }
  })
}
