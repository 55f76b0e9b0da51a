// Each press on the map is a corner, written where it can also be typed.

type Pair = [number, number]
type Drawing = { sheet: [Pair, Pair]; earth: [Pair, Pair] }

const map = document.querySelector<HTMLElement>('[data-draw]')
const corners = document.querySelector<HTMLTextAreaElement>('#corners')
const svg = map?.querySelector('svg')
const path = map?.querySelector<SVGPathElement>('.ds-area-drawn')

if (map && corners && svg && path) {
  const drawing = JSON.parse(map.dataset.draw ?? '') as Drawing
  const show = () => path.setAttribute('d', outline(drawing, corners.value))
  svg.addEventListener('click', event => {
    const box = svg.getBoundingClientRect()
    const view = svg.viewBox.baseVal
    const x = ((event.clientX - box.left) / box.width) * view.width
    const y = ((event.clientY - box.top) / box.height) * view.height
    const [longitude, latitude] = onEarth(drawing, [x, y])
    const before = corners.value.trim()
    corners.value = `${before}${before ? '\n' : ''}${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
    show()
  })
  corners.addEventListener('input', show)
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-corners]')) {
    button.hidden = false
    button.addEventListener('click', () => {
      const lines = corners.value.trim().split('\n')
      corners.value = button.dataset.corners === 'undo' ? lines.slice(0, -1).join('\n') : ''
      show()
    })
  }
  show()
}

function onEarth({ sheet, earth }: Drawing, [x, y]: Pair): Pair {
  const part = (at: number, axis: 0 | 1) =>
    (at - sheet[0][axis]) / (sheet[1][axis] - sheet[0][axis])
  const along = (axis: 0 | 1, share: number) =>
    earth[0][axis] + share * (earth[1][axis] - earth[0][axis])
  return [along(0, part(x, 0)), along(1, part(y, 1))]
}

function onSheet({ sheet, earth }: Drawing, [longitude, latitude]: Pair): Pair {
  const part = (at: number, axis: 0 | 1) =>
    (at - earth[0][axis]) / (earth[1][axis] - earth[0][axis])
  const along = (axis: 0 | 1, share: number) =>
    sheet[0][axis] + share * (sheet[1][axis] - sheet[0][axis])
  return [along(0, part(longitude, 0)), along(1, part(latitude, 1))]
}

function outline(drawing: Drawing, text: string): string {
  const steps = text.split('\n').flatMap(line => {
    const [latitude = '', longitude = ''] = line.split(',')
    const at: Pair = [Number(longitude), Number(latitude)]
    return latitude.trim() && longitude.trim() && at.every(Number.isFinite) ? [at] : []
  })
  const drawn = steps.map(at =>
    onSheet(drawing, at)
      .map(one => one.toFixed(1))
      .join(' '),
  )
  return drawn.length === 0 ? '' : `M${drawn.join('L')}Z`
}
