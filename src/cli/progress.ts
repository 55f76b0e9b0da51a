// How far is it, how fast, how long still? Redrawn on a terminal, plain lines elsewhere.

export type Progress = {
  /** `done` counts from the start, not since the last call. */
  update(done: number): void
  end(): void
}

type Screen = { isTTY?: boolean; write(text: string): unknown }

const redrawMs = 100
const plainLineMs = 5_000

export function startProgress(label: string, total: number | undefined, screen: Screen): Progress {
  const startedMs = performance.now()
  const everyMs = screen.isTTY ? redrawMs : plainLineMs
  let shownMs = startedMs
  let last = 0
  let shown = -1
  const show = () => {
    const text = progressLine({ label, done: last, total, tookMs: performance.now() - startedMs })
    screen.write(screen.isTTY ? `\r\u001b[K${text}` : `${text}\n`)
    shown = last
  }
  return {
    update(done) {
      last = done
      if (performance.now() - shownMs < everyMs) return
      shownMs = performance.now()
      show()
    },
    end() {
      if (shown !== last) show()
      if (screen.isTTY) screen.write('\n')
    },
  }
}

type Moment = { label: string; done: number; total: number | undefined; tookMs: number }

export function progressLine({ label, done, total, tookMs }: Moment): string {
  const perSecond = tookMs > 0 ? (done / tookMs) * 1000 : 0
  const of = total === undefined ? '' : ` of ${grouped(total)}`
  const rate = done > 0 ? `, ${grouped(perSecond)} a second` : ''
  const isKnown = total !== undefined && perSecond > 0 && done < total
  const left = isKnown ? `, ${duration((total - done) / perSecond)} left` : ''
  return `${label}: ${grouped(done)}${of}${rate}${left}`
}

function grouped(count: number): string {
  return new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }).format(count)
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return `${Math.ceil(seconds / 60)} min`
}
