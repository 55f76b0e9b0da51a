// How many come through each step, from listed to need met, and how long does each step take?
import { format } from '../format.ts'
import { useLang } from '../strings/language.ts'
import { pictureStrings } from '../strings/words/pictures.ts'
import { round } from './lengths.ts'

export type FunnelStep = {
  label: string
  n: number
  href: string
  /** Medians as words: "half within 9 hours, 9 in 10 within 30 hours". */
  time?: string
}

export type FunnelProps = { steps: readonly FunnelStep[] }

export function Funnel({ steps }: FunnelProps) {
  const t = pictureStrings(useLang())
  const most = Math.max(1, ...steps.map(step => step.n))
  if (steps.length === 0) return null
  return (
    <>
      <div class="ds-picture ds-picture--wide">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing that is a group of links. */}
        <svg viewBox={`0 0 776 ${steps.length * 48 - 18}`} role="group" aria-label={t.funnelLabel}>
          {steps.map((step, i) => (
            <WideStep step={step} share={step.n / most} y={2 + i * 48} />
          ))}
        </svg>
      </div>
      <div class="ds-picture ds-picture--narrow">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing that is a group of links. */}
        <svg viewBox={`0 0 328 ${steps.length * 72}`} role="group" aria-label={t.funnelLabel}>
          {steps.map((step, i) => (
            <NarrowStep step={step} share={step.n / most} y={i * 72} />
          ))}
        </svg>
      </div>
    </>
  )
}

type StepProps = { step: FunnelStep; share: number; y: number }

function WideStep({ step, share, y }: StepProps) {
  const lang = useLang()
  const t = pictureStrings(lang)
  const n = format(lang).number(step.n)
  return (
    <>
      <a href={step.href} aria-label={t.open(t.funnelStep(step.label, n))}>
        <rect x="176" y={y} width={round(526 * share)} height="26" fill="var(--ds-accent)" />
        <text x="162" y={y + 18} text-anchor="end" font-size="15" class="b">
          {step.label}
        </text>{' '}
        <text x="776" y={y + 19} font-size="17" text-anchor="end" class="b u">
          {n}
        </text>
      </a>
      {step.time && (
        <>
          <text x="186" y={y - 7} font-size="13" class="q">
            {step.time}
          </text>
          <path
            d={`M179 ${y - 18}V${y - 4}m-2.5-3l2.5 3 2.5-3`}
            fill="none"
            stroke="var(--ds-text-quiet)"
            stroke-width="1.2"
          />
        </>
      )}
    </>
  )
}

function NarrowStep({ step, share, y }: StepProps) {
  const lang = useLang()
  const t = pictureStrings(lang)
  const n = format(lang).number(step.n)
  return (
    <>
      <a href={step.href} aria-label={t.open(t.funnelStep(step.label, n))}>
        <rect x="0" y={y + 20} width={round(328 * share)} height="26" fill="var(--ds-accent)" />
        <text x="0" y={y + 14} font-size="14" class="b">
          {step.label}
        </text>{' '}
        <text x="328" y={y + 14} font-size="15" text-anchor="end" class="b u">
          {n}
        </text>
      </a>
      {step.time && (
        <text x="0" y={y + 61} font-size="13" class="q">
          {step.time}
        </text>
      )}
    </>
  )
}
