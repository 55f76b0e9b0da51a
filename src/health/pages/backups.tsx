// Which backups are there, and was each one read back?
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Health } from '../read-health.ts'
import { sizeOf } from './size-of.ts'
import { healthStrings } from './strings.ts'

const shownMax = 7

export function BackupSection({ backups: { plan, proofs } }: Pick<Health, 'backups'>) {
  const t = healthStrings(useLang())
  return (
    <section aria-labelledby="h-backups">
      <h2 class="ds-h2 ds-section" id="h-backups">
        {t.backups}
      </h2>
      <p class="ds-break">
        {plan ? t.plan(`${plan.hour}:00`, `${plan.keep}`, plan.folder) : t.backupsOff}
      </p>
      {plan && proofs.length === 0 && <p>{t.backupsNone}</p>}
      {proofs.length > 0 && <Proofs proofs={proofs.slice(0, shownMax)} />}
    </section>
  )
}

function Proofs({ proofs }: Pick<Health['backups'], 'proofs'>) {
  const lang = useLang()
  const t = healthStrings(lang)
  const { number, row } = format(lang)
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.backups}</caption>
      <thead>
        <tr>
          <th scope="col">{t.day}</th>
          <th scope="col">{t.proof}</th>
          <th scope="col" class="ds-number ds-wide">
            {t.rows}
          </th>
          <th scope="col" class="ds-number">
            {t.size}
          </th>
        </tr>
      </thead>
      <tbody>
        {proofs.map(one => (
          <tr>
            <th scope="row">{row(new Date(one.at))}</th>
            <td>{one.holds ? t.holds : t.broken(one.problem ?? '')}</td>
            <td class="ds-number ds-wide">{number(one.rows)}</td>
            <td class="ds-number">{sizeOf(one.bytes, lang)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
