// Who was promised a call, by whom, and who waits past the time? Each opens on the call page.
import { recordRead, scopeOf } from '../../access/index.ts'
import { type Id, isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { findPlace } from '../../places/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { type TakeAddress, TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { type CallBack, callBacks, callBacksMax } from '../store/call-backs.ts'
import { callBacksStrings } from './call-backs-strings.ts'

type Shown = {
  readonly rows: readonly CallBack[]
  readonly now: number
  /** The place that it was narrowed to. */
  readonly place: string | null
  readonly taken: TakeAddress | undefined
}

/** GET /call-backs?place= */
export async function showCallBacks(c: Ctx) {
  const within = c.req.query('place') ?? null
  if (within !== null && !isId(within)) return notFoundPage(c)
  const shown = await find(c, within)
  if (!shown) return notFoundPage(c)
  const context = await pageContext(c, '/call-backs')
  return c.html(<CallBacksPage context={context} shown={shown} />)
}

function find(c: Ctx, within: Id | null): Promise<Shown | undefined> {
  const { actor, node } = c.var
  const user = actor.id
  return reading(c, 'reach.record', async (tx, scope, now) => {
    const place = within === null ? null : await findPlace(tx, scope, within)
    if (place === undefined) return undefined
    const known = scopeOf(node.registry.permissions, actor, { permission: 'people.read', now })
    const rows = await callBacks(tx, scope, { within, now, user, known })
    const subjects = [...new Set(rows.map(row => row.person))]
    await recordRead(tx, scope, { what: 'list', route: '/call-backs', subjects, at: now })
    const taken = takeAddress(c, 'reach.take')
    return { rows, now, place: place?.name ?? null, taken }
  })
}

export function CallBacksPage({ context, shown }: { context: PageContext; shown: Shown }) {
  const t = callBacksStrings(context.lang)
  const { number } = format(context.lang)
  const { rows, now, place } = shown
  const n = rows.length
  const late = rows.filter(row => row.at.getTime() < now).length
  const sentence = t.headline(n, number(n))
  return (
    <Page context={context} title={t.title}>
      <h1 class="ds-h1 ds-headline" data-total={n}>
        <span class="ds-headline__first">{place ? t.inPlace(sentence, place) : sentence}</span>
        {n > 0 && (
          <span class="ds-headline__rest">
            {late > 0 ? t.late(late, number(late)) : t.noneLate}
          </span>
        )}
      </h1>
      {n > 0 && <p class="ds-quiet">{t.lead}</p>}
      {n === callBacksMax && <p>{t.firstOnly(number(callBacksMax))}</p>}
      {n > 0 && <Rows rows={rows} now={now} />}
      {n > 0 && <TakeLinks at={shown.taken} />}
      <p class="ds-acts ds-tight">
        <a class="ds-button" href="/call">
          {t.calls}
        </a>
        {place && <a href="/call-backs">{t.all}</a>}
      </p>
    </Page>
  )
}

function Rows({ rows, now }: { rows: readonly CallBack[]; now: number }) {
  const t = callBacksStrings(useLang())
  return (
    <table class="ds-table ds-tight">
      <thead>
        <tr>
          <th scope="col">{t.when}</th>
          <th scope="col">{t.who}</th>
          <th scope="col" class="ds-wide">
            {t.where}
          </th>
          <th scope="col">{t.by}</th>
          <th scope="col" class="ds-wide">
            {t.campaign}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <Row row={row} now={now} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, now }: { row: CallBack; now: number }) {
  const lang = useLang()
  const t = callBacksStrings(lang)
  const show = format(lang)
  const lateMs = now - row.at.getTime()
  const where = [row.street, row.village].filter(part => part !== null).join(', ')
  const name = row.name ?? (row.street === null ? t.somebody : t.somebodyAt(row.street))
  return (
    <tr>
      <td>
        {show.near(row.at, now)}
        {lateMs > 0 && (
          <>
            <br />
            <b class="ds-att">{t.lateBy(show.duration(lateMs))}</b>
          </>
        )}
      </td>
      <th scope="row">
        {row.isHeld ? (
          <>
            {name} <span class="ds-small ds-quiet">{t.held}</span>
          </>
        ) : (
          <a href={`/call/${row.member}`} aria-label={t.ring(name)}>
            {name}
          </a>
        )}
      </th>
      <td class="ds-wide">{where === '' ? t.placeNotKnown : where}</td>
      <td>{row.promisedBy ?? t.nobody}</td>
      <td class="ds-wide">{row.campaign}</td>
    </tr>
  )
}
