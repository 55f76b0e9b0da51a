// How many come through each step, from the list to every need met, and how fast?

import { dayMs, hourMs, minuteMs } from '../../kernel/clock.ts'
import { type Format, format } from '../../pages/format.ts'
import { Funnel, Open } from '../../pages/pictures/index.ts'
import { fill, useLang } from '../../pages/strings/index.ts'
import type { CoverageModel, StepCount } from '../domain/model.ts'
import { linker } from './coverage-headline.tsx'
import { coverageWords } from './coverage-strings.ts'
import { Figure } from './figure.tsx'
import { pictureWords } from './strings.ts'

export function StepsPanel({ model }: { model: CoverageModel }) {
  const lang = useLang()
  const t = coverageWords(lang)
  const link = linker(model)
  const tried = model.steps.find(step => step.step === 'tried-once')
  return (
    <div>
      <div class="ds-section__head">
        <h2 class="ds-h2" id="h-how">
          {typeof tried?.halfMs === 'number' &&
            `${t.halfTried(format(lang).duration(whole(tried.halfMs)))} `}
          {fill(t.how, {
            need: <StepFigure model={model} step="need" />,
            met: <StepFigure model={model} step="met" />,
          })}
        </h2>
      </div>
      <Funnel
        steps={model.steps.map(step => {
          const time = timeOf(step, { show: format(lang), say: t.between, same: t.sameCall })
          const label = t.steps[step.step]
          return { label, n: step.n, href: link({ step: step.step }), ...(time ? { time } : {}) }
        })}
      />
      <Open summary={t.stepTable}>
        <Table model={model} />
      </Open>
    </div>
  )
}

function StepFigure({ model, step }: { model: CoverageModel; step: 'need' | 'met' }) {
  const n = model.steps.find(one => one.step === step)?.n ?? 0
  return <Figure n={n} href={linker(model)({ step })} />
}

type Saying = { show: Format; say: (half: string, nine: string) => string; same: string }

/** "Within 9 hours" must hold, so a part of an hour is rounded up; at once is within a minute. */
function whole(ms: number): number {
  const unit = ms > 2 * dayMs ? dayMs : ms > hourMs ? hourMs : minuteMs
  return Math.max(1, Math.ceil(ms / unit)) * unit
}

function timeOf({ halfMs, nineMs }: StepCount, { show, say, same }: Saying): string | null {
  if (halfMs === null || nineMs === null) return null
  return nineMs < minuteMs ? same : say(show.duration(whole(halfMs)), show.duration(whole(nineMs)))
}

function Table({ model }: { model: CoverageModel }) {
  const lang = useLang()
  const t = coverageWords(lang)
  const { none } = pictureWords(lang)
  const link = linker(model)
  const time = (ms: number | null) =>
    ms === null ? none : ms < minuteMs ? t.sameCall : format(lang).duration(whole(ms))
  return (
    <table class="ds-table">
      <thead>
        <tr>
          <th scope="col">{t.step}</th>
          <th scope="col" class="ds-number">
            {t.people}
          </th>
          <th scope="col">{t.half}</th>
          <th scope="col">{t.nine}</th>
        </tr>
      </thead>
      <tbody>
        {model.steps.map(step => (
          <tr>
            <th scope="row">{t.steps[step.step]}</th>
            <td class="ds-number">
              <Figure n={step.n} href={link({ step: step.step })} />
            </td>
            <td>{time(step.halfMs)}</td>
            <td>{time(step.nineMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
