// Who came in by which door, and who was turned away?
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { listNotes } from '../store/log.ts'
import { permission } from './settings.tsx'
import { signInStrings } from './strings.ts'

export async function showLog(c: Ctx) {
  const notes = await reading(c, permission, listNotes)
  const context = await pageContext(c, '/sign-in-settings')
  const t = signInStrings(context.lang)
  const at = format(context.lang)
  return c.html(
    <Page context={context} title={t.log}>
      <h1 class="ds-h1">{t.log}</h1>
      {notes.length === 0 ? (
        <p class="govuk-body">{t.logNone}</p>
      ) : (
        <table class="ds-table">
          <caption class="ds-hide">{t.logCaption}</caption>
          <thead>
            <tr>
              {[t.when, t.door, t.outcome, t.person].map(head => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {notes.map(one => (
              <tr>
                <td class="ds-nowrap">{at.row(one.at)}</td>
                <td>{t.doors[one.door]}</td>
                <td>{t.outcomes[one.outcome]}</td>
                <td>{one.name ?? t.nobody}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {notes.length > 0 && <TakeLinks at={takeAddress(c, 'sign-in.take')} />}
    </Page>,
  )
}
