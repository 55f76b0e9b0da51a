// Which calls are due today, why, and with whom are they?
import { recordRead } from '../../access/index.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { type DueAsked, type DueCall, dueCalls, dueCallsMax } from '../../reach/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { type TakeAddress, TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { namesOf } from '../store/names.ts'
import { callsAsked } from './asked.ts'
import { Columns } from './panel.tsx'
import { todayWords } from './strings.ts'

/** GET /today/calls?kind=&part=&caller= */
export async function showCalls(c: Ctx) {
  const asked = callsAsked(c.req.query())
  if (!asked) return notFoundPage(c)
  const found = await reading(c, 'today.read', async (tx, scope, now) => {
    const calls = await dueCalls(tx, scope, { ...asked, now })
    const subjects = [...new Set(calls.rows.map(({ person }) => person))]
    await recordRead(tx, scope, { what: 'list', route: '/today/calls', subjects, at: now })
    const users = asked.caller ? [asked.caller] : []
    const names = await namesOf(tx, scope, { people: [], users })
    return { ...calls, now, caller: asked.caller && names.users.get(asked.caller) }
  })
  const context = await pageContext(c, '/today')
  return c.html(<CallsPage {...{ context, asked, found }} take={takeAddress(c, 'today.take')} />)
}

type Found = {
  readonly total: number
  readonly rows: readonly DueCall[]
  readonly now: number
  readonly caller: string | undefined
}

type CallsProps = {
  context: PageContext
  asked: DueAsked
  found: Found
  take: TakeAddress | undefined
}

function CallsPage({ context, asked, found, take }: CallsProps) {
  const t = todayWords(context.lang)
  const { number } = format(context.lang)
  const { total, rows, caller } = found
  const how = [
    asked.kind && t.list.kind[asked.kind],
    asked.part && t.list.part[asked.part],
    caller && t.list.givenTo(caller),
  ].filter(part => part !== undefined && part !== '')
  const sentence = t.list.calls(total, number(total))
  const crumbs = [{ href: '/today', label: t.title }]
  return (
    <Page context={context} title={t.title} breadcrumbs={crumbs}>
      <LangContext.Provider value={context.lang}>
        <h1 class="ds-h1 ds-headline" data-total={total}>
          {how.length > 0 ? t.list.narrowed(sentence, how.join(', ')) : t.list.whole(sentence)}
        </h1>
        {total > dueCallsMax && <p>{t.list.firstOnly(number(dueCallsMax))}</p>}
        {rows.length > 0 && <Table rows={rows} now={found.now} />}
        {rows.length > 0 && <TakeLinks at={take} />}
      </LangContext.Provider>
    </Page>
  )
}

function Table({ rows, now }: { rows: readonly DueCall[]; now: number }) {
  const { list: t } = todayWords(useLang())
  return (
    <table class="ds-table ds-tight">
      <Columns
        columns={[
          { name: t.person },
          { name: t.where, look: 'wide' },
          { name: t.why },
          { name: t.when },
          { name: t.with, look: 'wide' },
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

function Row({ row, now }: { row: DueCall; now: number }) {
  const lang = useLang()
  const { list: t } = todayWords(lang)
  const when = format(lang).near(row.at, now)
  return (
    <tr>
      <th scope="row">
        <a href={`/call/${row.member}`}>{row.name}</a>
      </th>
      <td class="ds-wide">{[row.street, row.village].filter(part => part !== null).join(', ')}</td>
      <td>{t.kind[row.kind]}</td>
      <td>{row.part === 'late' ? <b class="ds-att">{when}</b> : when}</td>
      <td class="ds-wide">{row.givenTo ?? t.nobody}</td>
    </tr>
  )
}
