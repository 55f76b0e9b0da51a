// What do the list pages share? A figure that opens its rows, a reason, a value as it came.
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import { type Reason, reasons } from '../domain/reasons.ts'
import { type RowFilter, rowFilterQuery } from '../domain/row-filter.ts'
import { listStrings } from './strings.ts'

export type RowsAt = { readonly base: string }

export function rowsHref({ base }: RowsAt, filter: RowFilter = {}): string {
  return `${base}/rows${rowFilterQuery(filter)}`
}

export function Count({ n, href }: { n: number; href?: string }) {
  const shown = format(useLang()).number(n)
  return href && n > 0 ? <a href={href}>{shown}</a> : shown
}

export function AsGot({ value }: { value: string }) {
  const t = listStrings(useLang())
  if (value.trim() === '') return <span class="ds-asgot ds-asgot--none">{t.empty}</span>
  return <span class="ds-asgot">{value}</span>
}

/** Those that hold or reject a row come first; what was only noted follows. */
export function Reasons({ codes }: { codes: readonly Reason[] }) {
  const t = listStrings(useLang())
  const stopping = codes.filter(code => reasons[code] !== 'notes')
  const shown = stopping.length > 0 ? stopping : codes
  return (
    <>
      {shown.map(code => (
        <span class="ds-small">
          {t.reason[code]}
          <br />
        </span>
      ))}
    </>
  )
}

export function listName(lang: Parameters<typeof listStrings>[0], list: string): string {
  const names: Readonly<Record<string, string>> = listStrings(lang).list
  return names[list] ?? inWords(list)
}

/** A list that the council named itself: `hot-meals-east` is read as Hot meals east. */
function inWords(list: string): string {
  const words = list.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
