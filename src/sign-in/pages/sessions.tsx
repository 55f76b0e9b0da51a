// Who is signed in now? An administrator ends a session, or all of a person's.
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { endSessions } from '../domain/end-sessions.ts'
import { allSessions, endSessionsOf, type Session } from '../store/sessions.ts'
import { inCouncil } from './door.ts'
import { permission } from './settings.tsx'
import { signInStrings } from './strings.ts'

type Words = ReturnType<typeof signInStrings>

export async function showSessions(c: Ctx) {
  const sessions = await reading(c, permission, allSessions)
  const context = await pageContext(c, '/sign-in-settings')
  const t = signInStrings(context.lang)
  const at = format(context.lang)
  return c.html(
    <Page context={context} title={t.sessions}>
      <h1 class="ds-h1">{t.sessions}</h1>
      <p class="govuk-body">{t.sessionsLead}</p>
      <table class="ds-table">
        <caption class="ds-hide">{t.sessionsCaption}</caption>
        <thead>
          <tr>
            {[t.person, t.seen, t.end].map(head => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sessions.map(one => (
            <tr>
              <td>
                <a href={`/users/${one.user}`}>{one.name ?? t.erased}</a>
                <br />
                <small class="ds-quiet">
                  {t.doors[one.door ?? 'link']}, {one.device || t.deviceUnknown}
                </small>
              </td>
              <td>
                {at.row(one.seen)}
                <br />
                <small class="ds-quiet">{t.sinceWhen(at.row(one.since))}</small>
              </td>
              <td>{one.id === c.var.actor.session ? t.here : <Endings session={one} t={t} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>,
  )
}

function Endings({ session, t }: { session: Session; t: Words }) {
  const name = session.name ?? t.erased
  return (
    <form method="post" action={`/sessions/${session.user}/end`}>
      <input type="hidden" name="command" value={newId()} />
      <button class="ds-link-button" type="submit" name="session" value={session.id}>
        {t.end} <span class="ds-hide">{t.endOf(name)}</span>
      </button>{' '}
      <button class="ds-link-button" type="submit" name="session" value="all">
        {t.endAllOf} <span class="ds-hide">{name}</span>
      </button>
    </form>
  )
}

/** First the record, then the ending: it says who shut whom out. */
export async function endOfUser(c: Ctx) {
  const user = c.req.param('user') ?? ''
  const form = await formOf(c)
  const named = form.text('session')
  const session = named === 'all' ? null : named
  if (!isId(user) || (session !== null && !isId(session))) return notFoundPage(c)
  const done = await actFor(c, endSessions, { id: form.commandId(), input: { user, session } })
  if (isRefusal(done)) return refusalPage(c, done)
  const { council } = c.var.actor
  const now = c.var.node.clock.now()
  await inCouncil(c, council, tx => endSessionsOf(tx, council, { user, session, now }))
  return c.redirect('/sessions', 303)
}
