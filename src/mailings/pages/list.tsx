// What was written to residents lately, and how far is each?
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import type { ListedMailing } from '../store/list-mailings.ts'
import { listMailings } from '../store/list-mailings.ts'
import { mailingStrings } from './strings.ts'

export const permission = 'mailings.send'

/** GET /mailings */
export async function showMailings(c: Ctx) {
  const rows = await reading(c, permission, (tx, scope) => listMailings(tx, scope))
  const context = await pageContext(c, '/mailings')
  return c.html(<MailingsPage context={context} rows={rows} />)
}

type Props = { readonly context: PageContext; readonly rows: readonly ListedMailing[] }

function MailingsPage({ context, rows }: Props) {
  const t = mailingStrings(context.lang)
  return (
    <Page context={context} title={t.title}>
      <h1 class="ds-h1 ds-headline">{t.title}</h1>
      <p class="ds-quiet">{t.lead}</p>
      <p class="ds-acts ds-tight">
        <a class="ds-button" href="/mailings/new">
          {t.write}
        </a>
        <a href="/mailings/templates">{t.templates}</a>
        <a href="/replies">{t.replies}</a>
      </p>
      {rows.length === 0 ? <p>{t.none}</p> : <Rows rows={rows} />}
    </Page>
  )
}

function Rows({ rows }: { rows: readonly ListedMailing[] }) {
  const t = mailingStrings(useLang())
  return (
    <table class="ds-table ds-tight">
      <caption class="ds-hide">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col" class="ds-wide">
            {t.to}
          </th>
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <Row row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { row: ListedMailing }) {
  const lang = useLang()
  const t = mailingStrings(lang)
  const { number, row: at } = format(lang)
  const dealt = row.queued - row.counts.waiting
  return (
    <tr>
      <th scope="row">
        <a href={`/mailings/${row.id}`}>{row.template}</a>
        <div class="ds-small ds-quiet">
          {t.channels[row.channel]}. {t.by(row.queuedBy ?? t.system, at(row.queuedAt))}
        </div>
      </th>
      <td class="ds-wide">
        {row.campaignTitle}
        <div class="ds-small ds-quiet">
          {t.whoms[row.whom]}. {row.within ?? t.everywhere}
        </div>
      </td>
      <td>
        {t.progress(number(dealt), number(row.queued))}
        {row.stoppedAt && <div>{t.stopped(at(row.stoppedAt))}</div>}
      </td>
    </tr>
  )
}
