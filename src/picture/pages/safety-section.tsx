// Where being reached runs out: who is safe now, for how long, who is at risk, who is not known?
import { format } from '../../pages/format.ts'
import { Sum } from '../../pages/pictures/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { safeties } from '../domain/filter.ts'
import type { CoverageModel } from '../domain/model.ts'
import { linker } from './coverage-headline.tsx'
import { coverageWords } from './coverage-strings.ts'
import { pictureWords } from './strings.ts'

export function SafetySection({ model }: { model: CoverageModel }) {
  const lang = useLang()
  const t = coverageWords(lang).safety
  const { safety } = model
  if (!safety) return null
  const link = linker(model)
  const { counts, until } = safety
  const note = until ? t.until(format(lang).near(until, model.at ?? model.now)) : undefined
  const parts = safeties.map(code => ({
    n: counts[code],
    label: t[code],
    href: link({ safety: code }),
    ...(code === 'safe-now' && note ? { note } : {}),
  }))
  const excused = { n: counts.excused, label: t.excused, href: link({ state: 'excused' }) }
  return (
    <section class="ds-section" aria-labelledby="h-safe">
      <div class="ds-section__head">
        <h2 class="ds-h2" id="h-safe">
          {t.title}
        </h2>
      </div>
      <Sum
        parts={[...parts, excused]}
        total={{ n: counts.listed, label: pictureWords(lang).columns.listed, href: link({}) }}
      />
    </section>
  )
}
