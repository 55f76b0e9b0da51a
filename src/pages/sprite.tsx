// Which shapes and patterns may any picture or row use? Drawn once a page, meaning one thing each.

export type IconName =
  | 'tick'
  | 'needs'
  | 'refused'
  | 'now'
  | 'later'
  | 'same'
  | 'close'
  | 'different'
  | 'missing'
  | 'undo'
  | 'door'
  | 'message'
  | 'no-answer'
  | 'voicemail'
  | 'letter'
  | 'care'
  | 'call'

/** `tone` adds colour; the shape and the word beside it already carry the meaning. */
export function Icon({ name, tone }: { name: IconName; tone?: 'done' | 'needs' }) {
  return (
    <svg class={tone ? `ds-i ds-i--${tone}` : 'ds-i'} aria-hidden="true" focusable="false">
      <use href={`#i-${name}`} />
    </svg>
  )
}

export function Sprite() {
  return (
    <svg class="ds-icons" aria-hidden="true" focusable="false">
      <defs>
        <Patterns />
        {Object.entries(icons).map(([name, { box, shapes }]) => (
          <symbol id={`i-${name}`} viewBox={`0 0 ${box} ${box}`}>
            {shapes.map(shape => (
              <path d={shape.d} fill={shape.fill ?? 'none'} {...stroke(shape)} />
            ))}
          </symbol>
        ))}
      </defs>
    </svg>
  )
}

function Patterns() {
  return (
    <>
      <Hatch id="p-tried" size="6" turn="45" ink="var(--ds-accent)" wide="2.4" />
      <Hatch id="p-untried" size="5" turn="-45" ink="var(--ds-attention)" wide="5.2" />
      <Hatch id="p-late" size="8" turn="45" ink="var(--ds-late)" wide="3" />
      <pattern id="p-excused" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" fill="var(--ds-paper)" />
        <circle cx="2.5" cy="2.5" r="1.2" fill="var(--ds-text-quiet)" />
      </pattern>
      <pattern id="p-changed" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" fill="var(--ds-paper)" />
        <path d="M0 1.5H5" stroke="var(--ds-accent)" stroke-width="2" />
      </pattern>
    </>
  )
}

type HatchProps = { id: string; size: string; turn: string; ink: string; wide: string }

function Hatch({ id, size, turn, ink, wide }: HatchProps) {
  const units = { patternUnits: 'userSpaceOnUse', patternTransform: `rotate(${turn})` }
  return (
    <pattern id={id} width={size} height={size} {...units}>
      <rect width={size} height={size} fill="var(--ds-paper)" />
      <path d={`M0 0V${size}`} stroke={ink} stroke-width={wide} />
    </pattern>
  )
}

type Shape = { d: string; fill?: string; width?: number; ink?: string; dash?: string }

function stroke({ width, ink = 'currentColor', dash }: Shape) {
  if (width === undefined) return {}
  return { stroke: ink, 'stroke-width': width, ...(dash ? { 'stroke-dasharray': dash } : {}) }
}

const ring = (c: number, r: number) =>
  `M${c - r} ${c}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`

const icons: Record<IconName, { box: number; shapes: Shape[] }> = {
  tick: { box: 16, shapes: [{ d: 'M2 8.5l4 4 8-9.5', width: 2.2 }] },
  needs: {
    box: 16,
    shapes: [
      { d: 'M8 1.5l7 13H1z', width: 1.6 },
      { d: 'M8 6v4.2M8 11.4v1.7', width: 1.8 },
    ],
  },
  refused: {
    box: 16,
    shapes: [
      { d: 'M1.8 1.8h12.4v12.4H1.8z', width: 1.6 },
      { d: 'M5 5l6 6M11 5l-6 6', width: 1.8 },
    ],
  },
  now: { box: 16, shapes: [{ d: 'M1.5 8h12M9 3.5L13.5 8 9 12.5', width: 2 }] },
  later: { box: 16, shapes: [{ d: ring(8, 6.2), width: 1.6, dash: '3 2.4' }] },
  same: {
    box: 18,
    shapes: [
      { d: ring(9, 8), fill: 'currentColor' },
      { d: 'M4.8 9.4l3 3 5.4-6.6', width: 2, ink: 'var(--ds-paper)' },
    ],
  },
  close: {
    box: 18,
    shapes: [
      { d: ring(9, 7.2), width: 1.6 },
      { d: 'M9 1a8 8 0 0 0 0 16z', fill: 'currentColor' },
    ],
  },
  different: {
    box: 18,
    shapes: [
      { d: 'M1.8 1.8h14.4v14.4H1.8z', width: 1.8 },
      { d: 'M4.6 7h8.8M4.6 11h8.8M11.6 3.6L6.4 14.4', width: 1.8 },
    ],
  },
  missing: { box: 18, shapes: [{ d: ring(9, 7), width: 1.6, dash: '2.6 2.4' }] },
  undo: {
    box: 16,
    shapes: [{ d: 'M3 6.5h6.5a4 4 0 0 1 0 8H6M6 2.5l-4 4 4 4', width: 1.8 }],
  },
  door: {
    box: 16,
    shapes: [
      { d: 'M4 14V2h8v12M1.5 14h13', width: 1.6 },
      { d: 'M8.7 8.4a1 1 0 1 0 2 0a1 1 0 1 0-2 0z', fill: 'currentColor' },
    ],
  },
  message: { box: 16, shapes: [{ d: 'M1.8 3h12.4v8H7l-3 2.7V11H1.8z', width: 1.5 }] },
  'no-answer': {
    box: 16,
    shapes: [
      { d: ring(8, 6.5), width: 1.5 },
      { d: 'M5 8h6', width: 1.8 },
    ],
  },
  voicemail: {
    box: 16,
    shapes: [
      { d: ring(8, 6.5), width: 1.5 },
      { d: 'M6.2 5v6M9.8 5v6', width: 1.8 },
    ],
  },
  letter: { box: 16, shapes: [{ d: 'M1.8 3.4h12.4v9.2H1.8zM2 4l6 5 6-5', width: 1.5 }] },
  care: {
    box: 16,
    shapes: [
      { d: ring(8, 6.5), width: 1.5 },
      { d: 'M8 4.4v4.4M8 10v1.7', width: 1.8 },
    ],
  },
  call: {
    box: 16,
    shapes: [
      {
        d: 'M3.2 1.8l2.6 2.9-1.3 2a9 9 0 0 0 4.8 4.8l2-1.3 2.9 2.6-1.6 1.9C6.5 14 2 9.5 1.3 3.400z',
        width: 1.5,
      },
    ],
  },
}
