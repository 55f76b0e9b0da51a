// For whom is something booked today who, by a file that waits, has died?
import { recordRead } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { type Booked, bookedDeaths, findFile } from '../../lists/index.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { endOfDay } from '../../reach/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { Columns } from './panel.tsx'
import { todayWords } from './strings.ts'

/** GET /today/booked/:file */
export async function showBooked(c: Ctx) {
  const file = c.req.param('file')
  if (!isId(file)) return notFoundPage(c)
  const found = await reading(c, 'today.read', async (tx, scope, now) => {
    if (!(await findFile(tx, scope, file))) return undefined
    const rows = await bookedDeaths(tx, scope, { file, until: new Date(endOfDay(now)) })
    const subjects = [...new Set(rows.map(({ person }) => person))]
    await recordRead(tx, scope, { what: 'list', route: '/today/booked', subjects, at: now })
    return { rows, now, people: subjects.length, file }
  })
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/today')
  return c.html(<BookedPage context={context} found={found} />)
}

type Found = {
  readonly rows: readonly Booked[]
  readonly now: number
  readonly people: number
  readonly file: string
}

function BookedPage({ context, found }: { context: PageContext; found: Found }) {
  const t = todayWords(context.lang)
  const { rows, people, now, file } = found
  const shown = format(context.lang).number(people)
  return (
    <Page context={context} title={t.title} breadcrumbs={[{ href: '/today', label: t.title }]}>
      <LangContext.Provider value={context.lang}>
        <h1 class="ds-h1 ds-headline" data-total={people}>
          {people === 0 ? t.list.bookedNone : t.list.booked(people, shown)}
        </h1>
        {people > 0 && <p class="ds-tight">{t.list.bookedLead}</p>}
        {people > 0 && <Table rows={rows} now={now} />}
        <p class="ds-tight">
          <a href={`/lists/files/${file}`}>{t.list.toFile}</a>
        </p>
      </LangContext.Provider>
    </Page>
  )
}

function Table({ rows, now }: { rows: readonly Booked[]; now: number }) {
  const lang = useLang()
  const { list: t } = todayWords(lang)
  return (
    <table class="ds-table ds-tight">
      <Columns
        columns={[{ name: t.person }, { name: t.what }, { name: t.due }, { name: t.owner }]}
      />
      <tbody>
        {rows.map(row => (
          <tr>
            <th scope="row">
              <a href={`/people/${row.person}/plan`}>{row.name}</a>
            </th>
            <td>{row.what ?? t.call}</td>
            <td>{format(lang).near(row.at, now)}</td>
            <td>{row.owner ?? t.nobody}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
