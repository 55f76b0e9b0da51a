// One entry of a list: the rows as they came, what became of each, and who decided.
import { recordRead } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { profiles } from '../domain/profiles/index.ts'
import {
  type EntryDecided,
  type EntryHistory,
  type EntryRow,
  entryHistory,
} from '../store/entry-history.ts'
import { AsGot, listName, Reasons } from './parts.tsx'
import { listStrings } from './strings.ts'
import { versionStrings } from './version-strings.ts'

/** GET /lists/entries/:entry */
export async function showEntry(c: Ctx) {
  const id = c.req.param('entry')
  const found = isId(id)
    ? await reading(c, 'lists.read', async (tx, scope, now) => {
        const history = await entryHistory(tx, scope, id)
        if (!history) return undefined
        const subjects = [history.person ?? history.id]
        await recordRead(tx, scope, { what: 'open', route: '/lists/entries', subjects, at: now })
        return history
      })
    : undefined
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/lists')
  const t = versionStrings(context.lang)
  const name = listName(context.lang, found.list)
  const crumbs = [
    { href: '/lists', label: listStrings(context.lang).lists },
    { label: name },
    { label: t.entryTitle },
  ]
  return c.html(
    <Page context={context} title={t.entryTitle} breadcrumbs={crumbs}>
      <LangContext.Provider value={context.lang}>
        <h1 class="ds-h1">{t.entryHeadline(name)}</h1>
        <p class="ds-quiet">{listStrings(context.lang).recorded}</p>
        {found.person && (
          <p>
            <a href={`/people/${found.person}`}>{t.entryPerson}</a>
          </p>
        )}
        <Decisions history={found} />
        {found.rows.map(row => (
          <Received row={row} list={found.list} />
        ))}
      </LangContext.Provider>
    </Page>,
  )
}

function Decisions({ history }: { history: EntryHistory }) {
  const lang = useLang()
  const t = versionStrings(lang)
  const { decisions, basis } = history
  const words: Readonly<Record<string, string>> = { ...t.decided, ...t.basisOf, ...t.check }
  const all = basis ? [...decisions, basis] : decisions
  if (all.length === 0) return <p>{t.entryUndecided}</p>
  return (
    <section class="ds-section" aria-labelledby="h-decided">
      <h2 class="ds-h2" id="h-decided">
        {t.entryDecisions}
      </h2>
      <ul class="govuk-list">
        {all.map((one: EntryDecided) => (
          <li>
            {words[one.decision] ?? one.decision}. {one.by ?? t.nobody},{' '}
            {format(lang).timeAndDate(one.at)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Received({ row, list }: { row: EntryRow; list: string }) {
  const lang = useLang()
  const t = versionStrings(lang)
  const words = listStrings(lang)
  const { number, timeAndDate } = format(lang)
  const id = `h-${row.version}-${row.row}`
  const changed = row.change === null ? '' : `. ${words.change[row.change]}`
  return (
    <section class="ds-section" aria-labelledby={id}>
      <h2 class="ds-h2" id={id}>
        {t.entryRow(words.version(row.number), number(row.row))}
      </h2>
      <p>
        <b>{words.outcome[row.outcome]}</b>
        {changed}. <a href={`/lists/versions/${row.version}`}>{timeAndDate(row.loadedAt)}</a>
        {row.isUndone && `. ${t.entryUndone}`}
      </p>
      <p>
        <Reasons codes={row.reasons} />
      </p>
      {row.raw === null ? (
        <p class="ds-quiet">{row.isSame ? t.entrySame : words.erased}</p>
      ) : (
        <Cells raw={row.raw} list={list} />
      )}
    </section>
  )
}

function Cells({ raw, list }: { raw: readonly string[]; list: string }) {
  const profile = profiles.find(({ id }) => id === list)
  const kept = profile?.columns.filter(({ keep }) => keep) ?? []
  return (
    <dl class="ds-facts">
      {raw.map((value, at) => (
        <>
          <dt>{kept[at]?.name ?? String(at + 1)}</dt>
          <dd>
            <AsGot value={value} />
          </dd>
        </>
      ))}
    </dl>
  )
}
