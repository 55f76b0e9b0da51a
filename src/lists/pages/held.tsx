// Which rows wait for a person? Deaths first, then by the time they are promised.
import { recordRead } from '../../access/index.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { type Reason, reasonCodes } from '../domain/reasons.ts'
import { type HeldEntry, heldEntries, heldGroups } from '../store/held.ts'
import { subjectsOf } from './held-subjects.ts'
import { HeldTable } from './held-table.tsx'
import { Reasons } from './parts.tsx'
import { listStrings } from './strings.ts'

const rowsPerPage = 50

export async function showHeld(c: Ctx) {
  const reason = c.req.query('reason')
  const page = Number(c.req.query('page') ?? '1')
  const isKnown = reason === undefined || reasonCodes.includes(reason as Reason)
  if (!isKnown || !Number.isInteger(page) || page < 1) return notFoundPage(c)
  const { groups, entries } = await reading(c, 'lists.decide', async (tx, scope, now) => {
    const wanted = reason ? { reason: reason as Reason } : {}
    const found = await heldEntries(tx, scope, { ...wanted, page, perPage: rowsPerPage })
    const subjects = found.flatMap(subjectsOf)
    await recordRead(tx, scope, { what: 'list', route: '/lists/held', subjects, at: now })
    return { groups: await heldGroups(tx, scope), entries: found }
  })
  const context = await pageContext(c, '/lists')
  const t = listStrings(context.lang)
  const total = groups.reduce((sum, { rows }) => sum + rows, 0)
  const crumbs = [{ href: '/lists', label: t.lists }, { label: t.held }]
  return c.html(
    <Page context={context} title={t.held} breadcrumbs={crumbs}>
      <h1 class="ds-h1 ds-headline">
        {total === 0 ? t.heldNone : t.heldHeadline(total, format(context.lang).number(total))}
      </h1>
      <LangContext.Provider value={context.lang}>
        {total > 0 && <HeldTable groups={groups} />}
        <Entries entries={entries} />
        {total > 0 && <TakeLinks at={takeAddress(c, 'lists.take')} />}
        {entries.length === rowsPerPage && (
          <p class="ds-buttons">
            <a href={`?page=${page + 1}${reason ? `&reason=${reason}` : ''}`}>{t.older}</a>
          </p>
        )}
      </LangContext.Provider>
    </Page>,
  )
}

function Entries({ entries }: { entries: readonly HeldEntry[] }) {
  const lang = useLang()
  const t = listStrings(lang)
  if (entries.length === 0) return null
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.held}</caption>
      <thead>
        <tr>
          <th scope="col">{t.who}</th>
          <th scope="col">{t.whyColumn}</th>
          <th scope="col">{t.by}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(entry => (
          <tr>
            <th scope="row">
              <a href={`/lists/held/${entry.id}`}>{heldName(entry) || t.noName}</a>
            </th>
            <td>
              <Reasons codes={entry.reasons} />
            </td>
            <td>{format(lang).row(entry.decideBy)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function heldName({ facts }: HeldEntry): string {
  return facts ? `${facts.firstName} ${facts.surname}`.trim() : ''
}
