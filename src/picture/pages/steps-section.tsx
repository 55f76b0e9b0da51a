// How many come through each step, from the list to every need met, and how fast?
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
            `${t.halfTried(format(lang).duration(tried.halfMs))} `}
          {fill(t.how, {
            need: <StepFigure model={model} step="need" />,
            met: <StepFigure model={model} step="met" />,
          })}
        </h2>
      </div>
      <Funnel
        steps={model.steps.map(step => {
          const time = timeOf(step, format(lang), t.between)
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

type Between = (half: string, nine: string) => string

function timeOf({ halfMs, nineMs }: StepCount, show: Format, say: Between): string | null {
  return halfMs === null || nineMs === null
    ? null
    : say(show.duration(halfMs), show.duration(nineMs))
}

function Table({ model }: { model: CoverageModel }) {
  const lang = useLang()
  const t = coverageWords(lang)
  const { none } = pictureWords(lang)
  const link = linker(model)
  const time = (ms: number | null) => (ms === null ? none : format(lang).duration(ms))
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
