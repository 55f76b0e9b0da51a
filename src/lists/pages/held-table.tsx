// How many rows wait for a person, for what reason, for whom and until when?
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { HeldGroup } from '../store/held.ts'
import { Count } from './parts.tsx'
import { listStrings } from './strings.ts'

export function HeldTable({ groups }: { groups: readonly HeldGroup[] }) {
  const lang = useLang()
  const t = listStrings(lang)
  const total = groups.reduce((sum, { rows }) => sum + rows, 0)
  if (total === 0) return <p>{t.waitNone}</p>
  return (
    <div>
      <div class="ds-section__head">
        <h2 class="ds-h2" id="h-needs">
          {t.waitHeading(total, format(lang).number(total))}
        </h2>
      </div>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{t.whyColumn}</th>
            <th scope="col" class="ds-number">
              {t.rowsColumn}
            </th>
            <th scope="col">{t.decider}</th>
            <th scope="col">{t.by}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ reason, rows, decider, decideBy }) => (
            <tr>
              <th scope="row">{t.reason[reason]}</th>
              <td class="ds-number">
                <Count n={rows} href={`/lists/held?reason=${reason}`} />
              </td>
              <td>{decider ?? t.nobodyDecides}</td>
              <td>{format(lang).row(decideBy)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.all}</th>
            <td class="ds-number">
              <Count n={total} href="/lists/held" />
            </td>
            <td></td>
            <td></td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
