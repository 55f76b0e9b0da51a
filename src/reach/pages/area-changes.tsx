// Who joined a campaign, left it or came back as its area moved, version by version?

import { recordRead } from '../../access/index.ts'
import { findArea } from '../../areas/index.ts'
import { type ListAsked, type ListTable, wholeTable } from '../../files-out/index.ts'
import { type Id, isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { type TakeAddress, TakeLinks, takeAddress } from '../../web/take-links.tsx'
import {
  type AreaChange,
  type ChangeCount,
  changes,
  changesMax,
  changesOf,
  countChanges,
} from '../store/area-changes.ts'
import { areaChangeStrings } from './area-change-strings.ts'

const shownMax = 200

type Found = {
  readonly area: Id
  readonly name: string
  readonly counts: readonly ChangeCount[]
  readonly rows: readonly AreaChange[]
}

/** GET /areas/:area/changes */
export async function showAreaChanges(c: Ctx) {
  const area = c.req.param('area') ?? ''
  const found = await reading(c, 'reach.run', async (tx, scope, now) => {
    if (!isId(area) || !scope.everywhere) return undefined
    const known = await findArea(tx, scope.council, area)
    if (!known) return undefined
    const counts = await countChanges(tx, scope, area)
    const rows = await changesOf(tx, scope, { area, limit: shownMax })
    const subjects = rows.flatMap(({ person }) => person ?? [])
    await recordRead(tx, scope, { what: 'list', route: '/areas/changes', subjects, at: now })
    return { area, name: known.name, counts, rows }
  })
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/campaigns')
  return c.html(<View context={context} take={takeAddress(c, 'reach.take')} {...found} />)
}

type ViewProps = Found & { context: PageContext; take: TakeAddress | undefined }

function View({ context, take, area, name, counts, rows }: ViewProps) {
  const t = areaChangeStrings(context.lang)
  const total = counts.reduce((sum, { n }) => sum + n, 0)
  const crumbs = [
    { href: '/areas', label: t.areas },
    { href: `/areas/${area}`, label: name },
    { label: t.title },
  ]
  return (
    <Page context={context} title={t.title} breadcrumbs={crumbs}>
      <h1 class="ds-h1 ds-headline">{t.headline(name)}</h1>
      {total === 0 ? <p>{t.none}</p> : <Sums counts={counts} />}
      {total > 0 && <Rows rows={rows} total={total} />}
      {total > 0 && <TakeLinks at={take} />}
    </Page>
  )
}

function Sums({ counts }: { counts: readonly ChangeCount[] }) {
  const lang = useLang()
  const t = areaChangeStrings(lang)
  const { number } = format(lang)
  const versions = [...new Set(counts.map(one => one.number))]
  const count = (version: number, change: string) =>
    counts.find(one => one.number === version && one.change === change)?.n ?? 0
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.sums}</caption>
      <thead>
        <tr>
          <th scope="col">{t.version}</th>
          {changes.map(change => (
            <th scope="col" class="ds-number">
              {t.changes[change]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {versions.map(version => (
          <tr data-version={version}>
            <th scope="row">{t.versionOf(version)}</th>
            {changes.map(change => (
              <td class="ds-number">{number(count(version, change))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Rows({ rows, total }: { rows: readonly AreaChange[]; total: number }) {
  const lang = useLang()
  const t = areaChangeStrings(lang)
  const { number } = format(lang)
  return (
    <section class="ds-section" aria-labelledby="h-who">
      <h2 class="ds-h2" id="h-who">
        {t.who}
      </h2>
      {total > rows.length && <p>{t.first(number(rows.length), number(total))}</p>}
      <ul class="govuk-list">
        {rows.map(one => (
          <li data-change={one.change}>
            {one.person ? <a href={`/people/${one.person}`}>{one.name}</a> : one.name}
            <br />
            <small class="ds-quiet">
              {t.changes[one.change]}, {t.versionOf(one.number)}. {one.campaign}
              {one.village && `. ${one.village}`}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

export async function changesTable(ask: ListAsked): Promise<ListTable | undefined> {
  const { tx, scope, now, lang, params } = ask
  const t = areaChangeStrings(lang)
  const { area = '' } = params
  if (!isId(area) || !scope.everywhere) return undefined
  const known = await findArea(tx, scope.council, area)
  if (!known) return undefined
  const rows = await changesOf(tx, scope, { area, limit: changesMax })
  return wholeTable({
    name: 'area-changes',
    title: t.headline(known.name),
    filter: t.all(rows.length, format(lang).number(rows.length)),
    asAt: now,
    columns: [
      [t.version, 'number'],
      [t.at, 'moment'],
      [t.what, 'text'],
      [t.who, 'text'],
      [t.village, 'text'],
      [t.campaign, 'text'],
    ],
    rows: rows.map(({ number, at, change, name, village, campaign, person }) => ({
      cells: [number, at, t.changes[change], name, village, campaign],
      people: person ? [person] : [],
    })),
  })
}
