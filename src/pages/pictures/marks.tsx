// What does each state look like? One pattern, one meaning, in bars, keys and tiles alike.

/** Coverage states, import row states, and `plain` for a part without a mark. */
export type Look =
  | 'reached'
  | 'tried'
  | 'untried'
  | 'excused'
  | 'added'
  | 'changed'
  | 'same'
  | 'needs'
  | 'dropped'
  | 'plain'

type Paint = { fill: string; stroke: string; width: number; dash?: string }

const paints: Record<Exclude<Look, 'plain'>, Paint> = {
  reached: { fill: 'var(--ds-accent)', stroke: 'var(--ds-accent)', width: 1.5 },
  tried: { fill: 'url(#p-tried)', stroke: 'var(--ds-accent)', width: 1.5 },
  untried: { fill: 'url(#p-untried)', stroke: 'var(--ds-attention)', width: 1.5 },
  excused: { fill: 'url(#p-excused)', stroke: 'var(--ds-text-quiet)', width: 1.5 },
  added: { fill: 'var(--ds-accent)', stroke: 'var(--ds-accent)', width: 1.5 },
  changed: { fill: 'url(#p-changed)', stroke: 'var(--ds-accent)', width: 1.5 },
  same: { fill: 'var(--ds-wash)', stroke: 'var(--ds-line-strong)', width: 1.5 },
  needs: { fill: 'var(--ds-paper)', stroke: 'var(--ds-attention)', width: 3 },
  dropped: { fill: 'var(--ds-paper)', stroke: 'var(--ds-ink)', width: 1.5, dash: '3 2' },
}

/** SVG attributes of a state: fill, stroke and edge. */
export function paint(look: Look): Record<string, string | number> {
  const { fill, stroke, width, dash } = paints[look === 'plain' ? 'same' : look]
  return { fill, stroke, 'stroke-width': width, ...(dash ? { 'stroke-dasharray': dash } : {}) }
}

/** The 16 px square beside a word. */
export function Mark({ look }: { look: Look }) {
  if (look === 'plain') return null
  const half = paints[look].width / 2
  const side = 16 - 2 * half
  return (
    <svg width="16" height="16" aria-hidden="true" focusable="false">
      <rect x={half} y={half} width={side} height={side} {...paint(look)} />
    </svg>
  )
}
