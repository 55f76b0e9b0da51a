// A shopping list and an extract of the log, as a browser prints them.
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Paper } from '../draw-sheet.ts'
import { kindShown } from '../printing/draw-log.ts'
import type { Entry } from '../store/log-extract.ts'
import { Box } from './paper-lines.tsx'
import { QrCode } from './qr-svg.tsx'
import { sheetStrings } from './sheet-strings.ts'

const rowsMin = 6
const digits = [1, 2, 3, 4, 5]
const resultKeys = ['H', 'E', 'B'] as const

export function ShoppingPage({ paper }: { paper: Paper }) {
  const t = sheetStrings(useLang()).shopping
  const [line] = paper.pages[0] ?? []
  return (
    <>
      <div class="ds-shop">
        <div>
          <address class="ds-shop__place">{line?.address}</address>
          <b>{line?.phones.join(' ')}</b>
          <p>{[t.word, ...(line?.facts ?? []), ...(line?.cautions ?? [])].join(' ')}</p>
          {line && (
            <div class="ds-line__code">
              <QrCode text={line.code} />
              <b>{line.shown}</b>
            </div>
          )}
        </div>
        <div class="ds-shop__limit">
          {paper.limit === undefined ? t.noLimit : t.limit}
          <b>{paper.limit ?? '£'}</b>
        </div>
      </div>
      <Items items={paper.items} />
      <div class="ds-shop__end">
        <div class="ds-slot">
          <h2>{t.receipt}</h2>
          <p>{t.noReceipt}</p>
        </div>
        <div class="ds-shop__steps">
          <div>
            <h2>{t.total}</h2>
            <span class="ds-digits">
              £
              {digits.map(digit => (
                <>
                  {digit === 4 && '.'}
                  <i></i>
                </>
              ))}
            </span>
          </div>
          {paper.limit !== undefined && <span class="ds-write">{t.over(paper.limit)}</span>}
          <div>
            <h2>{t.handed}</h2>
            <div class="ds-list">
              {resultKeys.map(key => (
                <Box box={key}>{t.results[key]}</Box>
              ))}
            </div>
          </div>
          <span class="ds-write">{t.who}</span>
          <span class="ds-write">{t.signs}</span>
          <p class="ds-worry">
            <b>{t.never}</b>
          </p>
        </div>
      </div>
    </>
  )
}

function Items({ items }: { items: readonly string[] }) {
  const t = sheetStrings(useLang()).shopping
  const blank = Array.from({ length: Math.max(0, rowsMin - items.length) }, () => '')
  return (
    <table class="ds-items">
      <thead>
        <tr>
          <th scope="col">{t.things(items.length)}</th>
          <th scope="col" class="ds-mid">
            {t.got}
          </th>
          <th scope="col" class="ds-mid">
            {t.missing}
          </th>
          <th scope="col">{t.swapped}</th>
        </tr>
      </thead>
      <tbody>
        {[...items, ...blank].map(item => (
          <tr>
            <td>{item}</td>
            <td class="ds-mid">
              <i></i>
            </td>
            <td class="ds-mid">
              <i></i>
            </td>
            <td></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const entriesPerPage = 30

export function logPages({ extract }: Paper): readonly (readonly Entry[])[] {
  const entries = extract?.entries ?? []
  const pages = Math.max(1, Math.ceil(entries.length / entriesPerPage))
  return Array.from({ length: pages }, (_, page) =>
    entries.slice(page * entriesPerPage, (page + 1) * entriesPerPage),
  )
}

export function LogPage({ paper, entries }: { paper: Paper; entries: readonly Entry[] }) {
  const lang = useLang()
  const t = sheetStrings(lang).log
  const { extract } = paper
  if (!extract) return null
  return (
    <>
      <table class="ds-items ds-items--log">
        <thead>
          <tr>
            <th scope="col">{t.entry}</th>
            <th scope="col">{t.when}</th>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.by}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ seq, at, kind, by }) => (
            <tr>
              <td>{seq}</td>
              <td>{format(lang).row(at)}</td>
              <td>{kindShown(kind)}</td>
              <td>{by ?? t.nobody}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="ds-log-end">
        {t.newest(extract.entries.length, extract.total)}. {t.last(`${extract.position}`)}.
        <br />
        <b>{t.hash}</b>: <code>{extract.hash}</code>
      </p>
    </>
  )
}
