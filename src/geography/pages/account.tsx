// How do the five outcomes add up, and why is a row not simply taken?
import { format } from '../../pages/format.ts'
import { Checked, RowsSum } from '../../pages/pictures/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Counts, Outcome, Remark } from '../domain/terms.ts'
import type { ReasonCount } from '../store/plan-file.ts'
import { geographyStrings } from './strings.ts'

const outcomeOf = {
  rows: '',
  added: 'accepted',
  changed: 'changed',
  same: 'unchanged',
  needs: 'needs_review',
  notLoaded: 'refused',
} as const

export function rowsHref(base: string, outcome: Outcome | ''): string {
  return outcome === '' ? `${base}/rows` : `${base}/rows?outcome=${outcome}`
}

export function Account({ counts, base }: { counts: Counts; base: string }) {
  const lang = useLang()
  const t = geographyStrings(lang)
  const { rows, accepted, changed, unchanged, needs_review, refused } = counts
  return (
    <section class="ds-section ds-section--first" aria-labelledby="h-rows">
      <h2 class="ds-hide" id="h-rows">
        {t.eachRow}
      </h2>
      <RowsSum
        counts={{
          rows,
          added: accepted,
          changed,
          same: unchanged,
          needs: needs_review,
          notLoaded: refused,
        }}
        href={state => rowsHref(base, outcomeOf[state])}
      />
      <Checked>{t.addsUp(format(lang).number(rows))}</Checked>
    </section>
  )
}

export function Reasons({ reasons }: { reasons: readonly ReasonCount[] }) {
  const lang = useLang()
  const t = geographyStrings(lang)
  if (reasons.length === 0) return null
  return (
    <table class="ds-table ds-tight">
      <caption class="ds-hide">{t.why}</caption>
      <thead>
        <tr>
          <th scope="col">{t.why}</th>
          <th scope="col">{t.outcome}</th>
          <th scope="col" class="ds-number">
            {t.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {reasons.map(({ reason, outcome, rows }) => (
          <tr>
            <th scope="row">{t.reasons[reason]}</th>
            <td>{t.outcomes[outcome]}</td>
            <td class="ds-number">{format(lang).number(rows)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  const lang = useLang()
  const t = geographyStrings(lang)
  if (remarks.length === 0) return null
  return (
    <ul class="govuk-list">
      {remarks.map(({ remark, count = 0 }) => {
        const words = t.remarks[remark]
        return (
          <li>{typeof words === 'string' ? words : words(count, format(lang).number(count))}</li>
        )
      })}
    </ul>
  )
}
