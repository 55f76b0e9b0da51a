// Which sheets of paper are out, with whom, and how much of each has come back?
import type { ListAsked, ListTable } from '../../files-out/index.ts'
import { wholeTable } from '../../files-out/index.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, holds, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { type Sheet, sheetsOf } from '../store/sheets.ts'
import { FindSheet } from './find-sheet.tsx'
import { stateOf } from './sheet-state.ts'
import { paperStrings } from './strings.ts'
import { paperStyle } from './style.ts'

const permission = 'paper.read'

/** GET /sheets?all=1 */
export async function showSheets(c: Ctx) {
  const isAll = c.req.query('all') === '1'
  const { all, now } = await reading(c, permission, async (tx, scope, now) => {
    return { all: await sheetsOf(tx, scope, isAll), now }
  })
  const context = await pageContext(c, '/sheets')
  const t = paperStrings(context.lang)
  const { number } = format(context.lang)
  const out = all.filter(sheet => ['out', 'late', 'lost'].includes(stateOf(sheet, now))).length
  return c.html(
    <Page context={context} title={t.sheets} styles={[paperStyle]}>
      <LangContext.Provider value={context.lang}>
        <h1 class="ds-h1 ds-headline">{t.headline(out, number(out))}</h1>
        <p>{t.lead}</p>
        <p class="ds-acts">
          {holds(c, 'paper.print') && (
            <a class="ds-button" href="/sheets/print">
              {t.print}
            </a>
          )}{' '}
          {isAll ? <a href="/sheets">{t.outOnly}</a> : <a href="/sheets?all=1">{t.all}</a>}
        </p>
        <FindSheet wrong={undefined} mark="" />
        {all.length > 0 && <Table all={all} now={now} />}
        <TakeLinks at={takeAddress(c, 'paper.take')} />
      </LangContext.Provider>
    </Page>,
  )
}

function Table({ all, now }: { all: readonly Sheet[]; now: number }) {
  const lang = useLang()
  const t = paperStrings(lang)
  const { columns } = t
  return (
    <section class="ds-scroll" aria-label={t.sheets} tabindex={0}>
      <table class="ds-table">
        <caption class="ds-hide">{t.sheets}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.sheet}</th>
            <th scope="col">{columns.forWhom}</th>
            <th scope="col">{columns.place}</th>
            <th scope="col">{columns.printed}</th>
            <th scope="col">{columns.due}</th>
            <th scope="col" class="ds-number">
              {columns.lines}
            </th>
            <th scope="col">{columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(sheet => (
            <Row sheet={sheet} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ sheet, now }: { sheet: Sheet; now: number }) {
  const lang = useLang()
  const t = paperStrings(lang)
  const show = format(lang)
  const { id, number, kind, forWhom, placeName, printedAt, dueBack, back, lines } = sheet
  return (
    <tr>
      <th scope="row">
        <a href={`/sheets/${id}`}>{t.title(show.number(number))}</a>
        <br />
        <span class="ds-small ds-quiet">{t.kinds[kind]}</span>
      </th>
      <td>{forWhom ?? ''}</td>
      <td>{placeName ?? t.whole}</td>
      <td>{show.row(printedAt)}</td>
      <td>{show.row(dueBack)}</td>
      <td class="ds-number">{t.backOf(show.number(back), show.number(lines))}</td>
      <td>{t.states[stateOf(sheet, now)]}</td>
    </tr>
  )
}

export async function sheetsTable(asked: ListAsked): Promise<ListTable> {
  const { tx, scope, now, lang, query } = asked
  const t = paperStrings(lang)
  const isAll = query.all === '1'
  const all = await sheetsOf(tx, scope, isAll)
  const { columns } = t
  return wholeTable({
    name: 'sheets',
    title: t.sheets,
    filter: isAll ? t.all : t.outOnly,
    asAt: now,
    columns: [
      [columns.sheet, 'number'],
      [columns.kind, 'text'],
      [columns.forWhom, 'text'],
      [columns.place, 'text'],
      [columns.printed, 'moment'],
      [columns.by, 'text'],
      [columns.due, 'moment'],
      [columns.destroyBy, 'moment'],
      [columns.lines, 'text'],
      [columns.state, 'text'],
    ],
    rows: all.map(sheet => {
      const { number, kind, forWhom, placeName, printedAt, printedBy, dueBack } = sheet
      const where = [t.kinds[kind], forWhom ?? '', placeName ?? t.whole]
      const when = [printedAt, printedBy ?? '', dueBack, sheet.destroyBy]
      const lines = t.backOf(`${sheet.back}`, `${sheet.lines}`)
      const cells = [number, ...where, ...when, lines, t.states[stateOf(sheet, now)]]
      return { cells, people: [] }
    }),
  })
}
