// Which sheets of paper are out, and how many lines has nobody told of? For gaps and coverage.
import { format } from '../../pages/format.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { CoveragePart } from '../../picture/index.ts'
import { countOut, type OutCount, type Sheet, sheetsOf } from '../store/sheets.ts'
import { paperStrings } from './strings.ts'

export const sheetsGap: CoveragePart = async ({ tx, scopeFor, now, lang }) => {
  const scope = scopeFor('paper.read')
  if (!scope.everywhere && scope.places.length === 0) return undefined
  const out = await countOut(tx, scope, new Date(now))
  if (out.sheets === 0) return undefined
  const first = (await sheetsOf(tx, scope, false)).slice(0, shownMax)
  return <SheetsOut out={out} first={first} lang={lang} />
}

const shownMax = 10

/** What is on paper is not in the figures of coverage yet. */
type OutProps = { out: OutCount; first: readonly Sheet[]; lang: Lang }

function SheetsOut({ out, first, lang }: OutProps) {
  const t = paperStrings(lang)
  const { number } = format(lang)
  const { sheets, lines, late } = out
  return (
    <section class="ds-section" aria-labelledby="h-sheets-out">
      <h2 class="ds-h2" id="h-sheets-out">
        {t.gapTitle(sheets, number(sheets))}
      </h2>
      <p>
        {t.gapLines(lines, number(lines))}.{late > 0 && ` ${t.gapLate(late, number(late))}.`}{' '}
        <a href="/sheets">{t.gapOpen}</a>
      </p>
      <ul class="ds-tight">
        {first.map(one => (
          <li>
            <a href={`/sheets/${one.id}`}>{t.title(number(one.number))}</a>
            {': '}
            {t.kinds[one.kind]}, {one.forWhom}. {t.backOf(number(one.back), number(one.lines))}
          </li>
        ))}
      </ul>
    </section>
  )
}
