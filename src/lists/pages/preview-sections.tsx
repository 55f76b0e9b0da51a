// Why do we think we know this file, which rows need a person, and what becomes of each column?
import { format } from '../../pages/format.ts'
import { Icon } from '../../pages/sprite.tsx'
import { fill, useLang } from '../../pages/strings/index.ts'
import { listTypeOf } from '../domain/list-types.ts'
import type { Preview } from '../store/preview.ts'
import type { ColumnSample, WaitingFile } from '../store/waiting-file.ts'
import { mappingStrings } from './mapping-strings.ts'
import { AsGot, Count, listName, rowsHref } from './parts.tsx'
import { RenamedColumns } from './renamed-columns.tsx'
import { listStrings } from './strings.ts'

export function KnownSection({ file, preview }: { file: WaitingFile; preview: Preview }) {
  const lang = useLang()
  const t = listStrings(lang)
  const { number, row } = format(lang)
  const found = preview.columns.filter(({ header }) => header !== '').length
  const reasons = [
    t.whyColumns(number(found), number(preview.columns.length)),
    t.whyNumbers(preview.soundNumbers, number(preview.soundNumbers)),
    t.whyDates(preview.soundDates, number(preview.soundDates)),
    preview.previous ? t.whyBoth(number(preview.onBoth)) : t.whyFirst,
  ]
  return (
    <section class="ds-known" aria-label={t.why}>
      <div class="ds-known__what">
        <b>{t.thisIs(listName(lang, file.list))}</b>
        <span class="ds-small">
          {t.rowsArrived(preview.counts.rows, number(preview.counts.rows), row(file.receivedAt))}
          <br />
          {file.name}
        </span>
        <Terms list={file.list} covers={preview.covers} />
        <p class="ds-small">
          <a href={`/lists/files/${file.id}/columns`}>{mappingStrings(lang).unlike}</a>
        </p>
      </div>
      <ul class="ds-why">
        {reasons.map(text => (
          <li>
            <Icon name="tick" tone="done" />
            <span>{text}</span>
          </li>
        ))}
        {preview.remarks.map(({ remark, columns }) => (
          <li>
            <Icon name="needs" tone="needs" />
            <span>
              {t.remarks[remark]}
              {columns && (
                <>
                  {' '}
                  {columns.map(name => (
                    <AsGot value={name} />
                  ))}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who owns this list, why we may hold it, and for how long: said before it is loaded. */
function Terms({ list, covers }: { list: string; covers: Preview['covers'] }) {
  const lang = useLang()
  const t = listStrings(lang)
  const { owner, purpose, legalBasis, rawKeptDays, entryKeptDays } = listTypeOf(list)
  const { number } = format(lang)
  const purposes: Readonly<Record<string, string>> = t.purpose
  return (
    <span class="ds-small ds-quiet">
      <br />
      {t.ownedBy(t.owner[owner])}
      <br />
      {t.heldFor(purposes[purpose] ?? '', t.basis[legalBasis])}
      <br />
      {t.keptDays(number(rawKeptDays), number(entryKeptDays))}
      {covers === 'additions' && (
        <>
          <br />
          {t.coversNew}
        </>
      )}
    </span>
  )
}

export function NeedsSection({ preview, base }: { preview: Preview; base: string }) {
  const lang = useLang()
  const t = listStrings(lang)
  const { needs_review, rejected } = preview.counts
  if (needs_review + rejected === 0) return null
  const needs = <Count n={needs_review} href={rowsHref({ base }, { outcome: 'needs_review' })} />
  const refused = <Count n={rejected} href={rowsHref({ base }, { outcome: 'rejected' })} />
  return (
    <section class="ds-section" aria-labelledby="h-needs" id="needs">
      <div class="ds-section__head">
        <h2 class="ds-h2" id="h-needs">
          {fill(t.needHeading, { needs, rejected: refused })}
        </h2>
      </div>
      <table class="ds-table ds-bad">
        <thead>
          <tr>
            <th scope="col">{t.whyColumn}</th>
            <th scope="col" class="ds-number">
              {t.rowsColumn}
            </th>
            <th scope="col">{t.oneOfThem}</th>
          </tr>
        </thead>
        <tbody>
          {preview.reasons.map(({ reason, rows, example }) => (
            <tr>
              <th scope="row">{t.reason[reason]}</th>
              <td class="ds-number">
                <Count n={rows} href={rowsHref({ base }, { outcome: 'stopped', reason })} />
              </td>
              <td>{t.row(format(lang).number(example))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.all}</th>
            <td class="ds-number">
              <Count
                n={needs_review + rejected}
                href={rowsHref({ base }, { outcome: 'stopped' })}
              />
            </td>
            <td></td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

type ColumnsProps = { file: WaitingFile; preview: Preview; samples: readonly ColumnSample[] }

export function ColumnsSection({ file, preview, samples }: ColumnsProps) {
  const lang = useLang()
  const t = listStrings(lang)
  const { number } = format(lang)
  const found = preview.columns.filter(({ header }) => header !== '').length
  const kept = preview.columns.filter(column => column.kept)
  return (
    <section class="ds-section" aria-labelledby="h-columns" id="columns">
      <div class="ds-section__head">
        <h2 class="ds-h2" id="h-columns">
          {t.columnsHeading(number(found), number(preview.columns.length))}
        </h2>
      </div>
      <RenamedColumns file={file} suggestions={preview.suggestions ?? []} />
      <table class="ds-table ds-cols-map">
        <thead>
          <tr>
            <th scope="col">{t.columnInFile}</th>
            <th scope="col">{t.twoValues}</th>
            <th scope="col">{t.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map(column => {
            const values = samples[kept.indexOf(column)]?.values ?? []
            return (
              <tr>
                <th scope="row">
                  <span class="ds-asgot">{column.header || column.name}</span>
                </th>
                <td>
                  <span class="ds-samples">
                    {values.map(value => (
                      <>
                        <AsGot value={value} />{' '}
                      </>
                    ))}
                  </span>
                </td>
                <td class="ds-col-to">{becomes(column, t)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

type Words = ReturnType<typeof listStrings>

function becomes({ header, kept, role }: Preview['columns'][number], t: Words): string {
  if (header === '') return t.absent
  return kept ? t.role[role] : t.leftOut
}
