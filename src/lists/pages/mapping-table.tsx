// What does each column hold, and what may it become? A guess is chosen already; keys alone do.
import { ErrorMessage } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { GuessedColumn } from '../domain/guess-columns.ts'
import { dateForms } from '../domain/read-date.ts'
import { mappedRoles } from '../domain/save-profile.ts'
import type { Mapping } from './mapping-answers.ts'
import { mappingStrings } from './mapping-strings.ts'
import { AsGot } from './parts.tsx'
import { listStrings } from './strings.ts'

export function MappingTable({ mapping }: { mapping: Mapping }) {
  const t = mappingStrings(useLang())
  return (
    <table class="ds-table ds-cols-map">
      <caption class="ds-h2">{t.columns}</caption>
      <thead>
        <tr>
          <th scope="col">{t.column}</th>
          <th scope="col">{t.values}</th>
          <th scope="col">{t.becomes}</th>
        </tr>
      </thead>
      <tbody>
        {mapping.columns.map((column, at) => (
          <ColumnRow column={column} at={at} mapping={mapping} />
        ))}
      </tbody>
    </table>
  )
}

const samplesMax = 3
const sampleLettersMax = 60

type RowProps = { column: GuessedColumn; at: number; mapping: Mapping }

function ColumnRow({ column, at, mapping }: RowProps) {
  const t = mappingStrings(useLang())
  const { header, values } = column
  const wrong = mapping.wrong.filter(one => one.at === at)
  const samples = [...new Set(values)].slice(0, samplesMax)
  return (
    <tr>
      <th scope="row">
        <AsGot value={header} />
      </th>
      <td>
        <span class="ds-samples">
          {(samples.length > 0 ? samples : ['']).map(value => (
            <>
              <AsGot value={value.slice(0, sampleLettersMax)} />{' '}
            </>
          ))}
        </span>
      </td>
      <td>
        {wrong.map(({ problem }) => (
          <ErrorMessage id={`role-${at}-error`} words={t.errors[problem]} />
        ))}
        {header === '' ? <small>{t.noHeader}</small> : <Choices column={column} at={at} />}
      </td>
    </tr>
  )
}

/** A second choice stands beside columns that hold dates, or are said to. */
function Choices({ column, at }: Pick<RowProps, 'column' | 'at'>) {
  const lang = useLang()
  const t = mappingStrings(lang)
  const roles = listStrings(lang).role
  const { header, role, dates } = column
  const isDated = dates.length > 0 || ['date-of-birth', 'date-of-death', 'listed-on'].includes(role)
  return (
    <>
      <select
        class="govuk-select"
        id={`role-${at}`}
        name={`role-${at}`}
        aria-label={t.becomesOf(header)}
      >
        {mappedRoles.map(value => (
          <option value={value} selected={value === role}>
            {roles[value]}
          </option>
        ))}
      </select>{' '}
      {isDated && (
        <select
          class="govuk-select"
          id={`dates-${at}`}
          name={`dates-${at}`}
          aria-label={t.datesOf(header)}
        >
          <option value="">{t.datesSeen}</option>
          {dateForms.map(value => (
            <option value={value} selected={dates.length === 1 && value === dates[0]}>
              {t.form[value]}
            </option>
          ))}
        </select>
      )}
    </>
  )
}
