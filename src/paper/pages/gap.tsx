// Which sheets of paper are out, and how many lines has nobody told of? For gaps and coverage.
import { format } from '../../pages/format.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { CoveragePart } from '../../picture/index.ts'
import { countOut, type OutCount } from '../store/sheets.ts'
import { paperStrings } from './strings.ts'

export const sheetsGap: CoveragePart = async ({ tx, scopeFor, now, lang }) => {
  const scope = scopeFor('paper.read')
  if (!scope.everywhere && scope.places.length === 0) return undefined
  const out = await countOut(tx, scope, new Date(now))
  return out.sheets === 0 ? undefined : <SheetsOut out={out} lang={lang} />
}

/** What is on paper is not in the figures of coverage yet. */
function SheetsOut({ out, lang }: { out: OutCount; lang: Lang }) {
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
    </section>
  )
}
