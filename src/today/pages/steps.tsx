// Which promised steps are open, whose are they, and which are late?
import { recordRead } from '../../access/index.ts'
import { needLabel, type OpenStep, openSteps, openStepsMax } from '../../needs/index.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { type TakeAddress, TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { type StepsAsked, stepsAsked } from './asked.ts'
import { Columns } from './panel.tsx'
import { todayWords } from './strings.ts'

/** GET /today/steps?kind=&late=1 */
export async function showSteps(c: Ctx) {
  const asked = stepsAsked(c.req.query())
  if (!asked) return notFoundPage(c)
  const found = await reading(c, 'today.read', async (tx, scope, now) => {
    const steps = await openSteps(tx, scope, { ...asked, now })
    const subjects = [...new Set(steps.rows.map(({ person }) => person))]
    await recordRead(tx, scope, { what: 'list', route: '/today/steps', subjects, at: now })
    return { ...steps, now }
  })
  const context = await pageContext(c, '/today')
  return c.html(<StepsPage {...{ context, found, asked }} take={takeAddress(c, 'today.take')} />)
}

type Found = { readonly total: number; readonly rows: readonly OpenStep[]; readonly now: number }
type StepsProps = {
  context: PageContext
  found: Found
  asked: StepsAsked
  take: TakeAddress | undefined
}

function StepsPage({ context, found, asked, take }: StepsProps) {
  const t = todayWords(context.lang)
  const { number } = format(context.lang)
  const { total, rows } = found
  const said = asked.isLate ? t.list.lateSteps : t.list.steps
  const sentence = said(total, number(total))
  const kind = kindWords(asked.kind, t.steps.other)
  return (
    <Page context={context} title={t.title} breadcrumbs={[{ href: '/today', label: t.title }]}>
      <LangContext.Provider value={context.lang}>
        <h1 class="ds-h1 ds-headline" data-total={total}>
          {kind ? t.list.narrowed(sentence, kind) : t.list.whole(sentence)}
        </h1>
        {total > openStepsMax && <p>{t.list.firstOnly(number(openStepsMax))}</p>}
        {rows.length > 0 && <Table rows={rows} now={found.now} />}
        {rows.length > 0 && <TakeLinks at={take} />}
      </LangContext.Provider>
    </Page>
  )
}

function kindWords(kind: string | undefined, other: string): string | undefined {
  if (kind === undefined) return undefined
  return kind === 'none' ? other : needLabel({ kind })
}

function Table({ rows, now }: { rows: readonly OpenStep[]; now: number }) {
  const { list: t } = todayWords(useLang())
  return (
    <table class="ds-table ds-tight">
      <Columns
        columns={[
          { name: t.what },
          { name: t.person },
          { name: t.where, look: 'wide' },
          { name: t.due },
          { name: t.owner },
        ]}
      />
      <tbody>
        {rows.map(row => (
          <Row row={row} now={now} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, now }: { row: OpenStep; now: number }) {
  const lang = useLang()
  const { list: t } = todayWords(lang)
  const due = format(lang).near(row.dueAt, now)
  return (
    <tr>
      <th scope="row">{row.what}</th>
      <td>
        <a href={`/people/${row.person}/plan`}>{row.name}</a>
      </td>
      <td class="ds-wide">{row.village}</td>
      <td>{row.isLate ? <b class="ds-att">{due}</b> : due}</td>
      <td>{row.owner ?? t.nobody}</td>
    </tr>
  )
}
