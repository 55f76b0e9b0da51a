// How do the calls that are due compare with what the callers can do? Drawn for wide and narrow.
import { format } from '../../pages/format.ts'
import { paint } from '../../pages/pictures/marks.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { byRoom, type CallKind, type Calls, callKinds, roomOf } from '../domain/figures.ts'
import { todayWords } from './strings.ts'

type Size = { readonly width: number; readonly font: number; readonly height: number }

export function CallsPicture({ calls }: { calls: Calls }) {
  return (
    <>
      <div class="ds-picture ds-picture--wide">
        <Drawing calls={calls} size={{ width: 580, font: 14, height: 128 }} />
      </div>
      <div class="ds-picture ds-picture--narrow">
        <Drawing calls={calls} size={{ width: 328, font: 13, height: 128 }} />
      </div>
    </>
  )
}

const looks = { first: 'untried', promised: 'added', again: 'tried', runOut: 'same' } as const
const [barTop, roomTop, barHigh] = [22, 66, 28]

/** One scale for both bars; the line is where the room ends. */
function Drawing({ calls, size }: { calls: Calls; size: Size }) {
  const lang = useLang()
  const { calls: t } = todayWords(lang)
  const { number } = format(lang)
  const room = roomOf(calls)
  const scale = (size.width - 4) / Math.max(calls.total, room, 1)
  const line = 1 + room * scale
  const isFar = line > size.width / 2
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that is a group of links.
    <svg viewBox={`0 0 ${size.width} ${size.height}`} role="group" aria-label={said(calls, lang)}>
      <text x="0" y="14" font-size={size.font} class="b">
        {isFar && t.due}
      </text>
      <Due calls={calls} scale={scale} />
      {room > 0 && <Room calls={calls} scale={scale} font={size.font} />}
      <path d={`M${line} 10V${roomTop + barHigh + 12}`} stroke="var(--ds-ink)" stroke-width="2" />
      <text x={isFar ? line - 8 : line + 8} y="14" font-size={size.font} class={isFar ? 'end' : ''}>
        {t.room(number(room))}
      </text>
      <text x="0" y="122" font-size={size.font} class="q">
        {fitWords(calls, lang)}
      </text>
    </svg>
  )
}

function Due({ calls, scale }: { calls: Calls; scale: number }) {
  const lang = useLang()
  const { calls: t } = todayWords(lang)
  return (
    <>
      {partsOf(calls).map(({ kind, n, from }) => (
        <a href={`/today/calls?kind=${kind}`} aria-label={`${n} ${t.parts[kind]}`}>
          <rect
            x={1 + from * scale}
            y={barTop}
            width={n * scale}
            height={barHigh}
            {...paint(looks[kind])}
          />
        </a>
      ))}
    </>
  )
}

/** Those who can make as many calls each are one piece, with its sum where that fits. */
function Room({ calls, scale, font }: { calls: Calls; scale: number; font: number }) {
  const lang = useLang()
  const { calls: t } = todayWords(lang)
  const { number } = format(lang)
  let from = 0
  return (
    <>
      {byRoom(calls.callers).map(({ room, n }) => {
        const x = 1 + from * scale
        const width = room * n * scale
        const words = t.each(number(n), number(room), number(room * n))
        from += room * n
        return (
          <>
            <rect
              {...{ x, y: roomTop, width, height: barHigh }}
              fill="none"
              stroke="var(--ds-ink)"
            />
            {width > words.length * font * 0.56 + 12 && (
              <text x={x + 8} y={roomTop + 19} font-size={font}>
                {words}
              </text>
            )}
          </>
        )
      })}
    </>
  )
}

type Part = { readonly kind: CallKind; readonly n: number; readonly from: number }

function partsOf({ due }: Calls): readonly Part[] {
  let from = 0
  return callKinds.flatMap(kind => {
    const part = { kind, n: due[kind], from }
    from += due[kind]
    return part.n > 0 ? [part] : []
  })
}

type Lang = ReturnType<typeof useLang>

function said(calls: Calls, lang: Lang): string {
  const { calls: t } = todayWords(lang)
  const { number } = format(lang)
  const parts = partsOf(calls).map(({ kind, n }) => `${number(n)} ${t.parts[kind]}`)
  return t.picture(number(calls.total), number(roomOf(calls)), parts.join(', '))
}

function fitWords(calls: Calls, lang: Lang): string {
  const { calls: t } = todayWords(lang)
  const over = calls.total - roomOf(calls)
  if (over <= 0) return t.fits
  if (calls.due.promised > roomOf(calls)) return t.promisedOver
  return t.over(over, format(lang).number(over))
}
