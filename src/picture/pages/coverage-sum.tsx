// Does everyone listed stand in exactly one place? The sum, and whether the log agrees with it.

import { format } from '../../pages/format.ts'
import { Checked, CoverageSum } from '../../pages/pictures/index.ts'
import { fill, useLang } from '../../pages/strings/index.ts'
import type { Coded, CoverageModel, Recount } from '../domain/model.ts'
import { type Counts, differs } from '../domain/terms.ts'
import { reasonWord } from './codes.ts'
import { linker } from './coverage-headline.tsx'
import { coverageWords } from './coverage-strings.ts'
import { Figure } from './figure.tsx'
import { pictureWords } from './strings.ts'

export function SumSection({ model }: { model: CoverageModel }) {
  const t = coverageWords(useLang())
  const link = linker(model)
  return (
    <section class="ds-section ds-section--near" aria-labelledby="h-sum">
      <h2 class="ds-hide" id="h-sum">
        {t.sumTitle}
      </h2>
      <CoverageSum
        counts={model.total}
        href={state => link(state === 'listed' ? {} : { state })}
        notes={
          model.reasons.length > 0
            ? {
                excused: (
                  <Reasons
                    reasons={model.reasons}
                    href={reason => link({ state: 'excused', reason })}
                  />
                ),
              }
            : {}
        }
      />
      <Recounted counts={model.total} recount={model.recount} isWhole={model.isWhole} />
    </section>
  )
}

type ReasonsProps = { reasons: readonly Coded[]; href: (reason: string) => string }

/** Excused always says why. */
export function Reasons({ reasons, href }: ReasonsProps) {
  const lang = useLang()
  const t = coverageWords(lang)
  const parts = reasons.map((reason, i) => (
    <>
      {i > 0 && ', '}
      {fill(t.reason(reasonWord(lang, reason.code)), {
        n: <Figure n={reason.n} href={href(reason.code)} />,
      })}
    </>
  ))
  return <>{fill(t.excusedWith, { reasons: <>{parts}</> })}</>
}

type RecountedProps = { counts: Counts; recount: Recount; isWhole: boolean }

/** Said only because it was done for this very page. A difference is said aloud. */
export function Recounted({ counts, recount, isWhole }: RecountedProps) {
  const lang = useLang()
  const t = pictureWords(lang)
  const { number, time } = format(lang)
  if (differs(counts, recount.counts)) {
    const { reached, listed } = recount.counts
    return (
      <div class="ds-care" role="alert">
        <p>{t.checkedWrong(time(recount.at), number(reached), number(listed))}</p>
      </div>
    )
  }
  if (isWhole) return <Checked at={time(recount.at)} />
  return <Checked>{t.checkedPart(time(recount.at))}</Checked>
}
