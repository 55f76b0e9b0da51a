// Line by line: code, who, and what came back, with what was late or typed by two.
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import { outcomeWord } from '../../picture/index.ts'
import { codeShown } from '../domain/line-code.ts'
import { pounds } from '../draw-sheet.ts'
import type { LineOf, Said } from '../store/lines.ts'
import type { Sheet } from '../store/sheets.ts'
import { sheetStrings } from './sheet-strings.ts'
import { paperStrings } from './strings.ts'

type Props = { sheet: Sheet; lines: readonly LineOf[]; said: readonly Said[] }

export function SheetLines({ sheet, lines, said }: Props) {
  const t = paperStrings(useLang()).sheet
  const ofLine = Map.groupBy(said, one => one.line)
  return (
    <section class="ds-section ds-scroll" aria-labelledby="h-lines" tabindex={0}>
      <h2 class="ds-h2" id="h-lines">
        {t.lines}
      </h2>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{t.code}</th>
            {sheet.kind !== 'register' && <th scope="col">{t.who}</th>}
            <th scope="col">{t.came}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr>
              <th scope="row">{codeShown(line.code)}</th>
              {sheet.kind !== 'register' && (
                <td>
                  {line.name || line.address || t.unknown}
                  {line.isGone && <div class="ds-small ds-quiet">{t.gone}</div>}
                </td>
              )}
              <td>
                <CameBack line={line} said={ofLine.get(line.id) ?? []} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function CameBack({ line, said }: { line: LineOf; said: readonly Said[] }) {
  const lang = useLang()
  const t = paperStrings(lang).sheet
  const show = format(lang)
  const { back, lateness } = line
  if (!back && said.length === 0) return <>{t.nothing}</>
  return (
    <>
      {back && t.by(outcomeWord(lang, back.outcome), show.row(back.at), back.by ?? '')}
      {lateness.length > 0 && (
        <div class="ds-small">
          <b>{t.late}</b>: {lateness.map(reason => t.lateness[reason]).join(', ')}
        </div>
      )}
      {said.map(one => (
        <SaidOf one={one} />
      ))}
    </>
  )
}

function SaidOf({ one }: { one: Said }) {
  const lang = useLang()
  const t = paperStrings(lang).sheet
  const results: Readonly<Record<string, string>> = sheetStrings(lang).shopping.results
  const { why, outcome, words, totalPence, at, by } = one
  const what = [
    outcome === null ? '' : (results[outcome] ?? outcome),
    totalPence === null ? '' : t.total(pounds(totalPence)),
    words ?? '',
  ]
  const told = what.filter(text => text !== '').join('. ')
  if (why === 'again') return <div class="ds-small">{t.again(told, by ?? '')}</div>
  if (why === 'not-kept') return <div class="ds-small">{t.notKept(told)}</div>
  return <div>{t.by(told, format(lang).row(at), by ?? '')}</div>
}
