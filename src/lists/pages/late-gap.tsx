// Which held rows has nobody decided in time, and who answers for them?
import type { GapPart } from '../../needs/index.ts'
import { format } from '../../pages/format.ts'
import type { Lang } from '../../pages/strings/index.ts'
import { type LateHeld, lateHeld } from '../store/held.ts'
import { listStrings } from './strings.ts'

export const lateGap: GapPart = async ({ tx, scope, scopeFor, now, lang }) => {
  if (!scope.everywhere) return undefined
  const late = await lateHeld(tx, scope.council, new Date(now))
  if (late.length === 0) return undefined
  return <LateGap late={late} lang={lang} mayDecide={scopeFor('lists.decide').everywhere} />
}

type LateProps = { late: readonly LateHeld[]; lang: Lang; mayDecide: boolean }

function LateGap({ late, lang, mayDecide }: LateProps) {
  const t = listStrings(lang)
  const { number, row } = format(lang)
  const total = late.reduce((sum, { rows }) => sum + rows, 0)
  return (
    <section class="ds-section" aria-labelledby="h-late-rows">
      <h2 class="ds-h2" id="h-late-rows">
        {t.lateHeading(total, number(total))}
      </h2>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{t.decider}</th>
            <th scope="col" class="ds-number">
              {t.rowsColumn}
            </th>
            <th scope="col">{t.by}</th>
          </tr>
        </thead>
        <tbody>
          {late.map(({ decider, rows, decideBy }) => (
            <tr>
              <th scope="row">{decider ?? t.nobodyDecides}</th>
              <td class="ds-number">
                {mayDecide ? <a href="/lists/held">{number(rows)}</a> : number(rows)}
              </td>
              <td>{row(decideBy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
