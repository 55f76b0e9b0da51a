// Who is found while somebody types? Each box that names an address gets its people from there.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

const waitMs = 150
const lettersMin = 2

for (const box of document.querySelectorAll<HTMLInputElement>('input[data-hits]')) watch(box)

function watch(box: HTMLInputElement): void {
  const own = document.getElementById(box.dataset.hitsInto ?? '')
  const place = own ?? makePanel(box)
  const said = makeLine(box)
  let timer = 0
  let asking: AbortController | undefined
  let shownFor = box.value.trim()

  box.addEventListener('input', () => {
    clearTimeout(timer)
    asking?.abort()
    timer = window.setTimeout(ask, waitMs)
  })
  box.addEventListener('keydown', pressed => {
    if (pressed.key === 'ArrowDown' && move(place, box, 1)) pressed.preventDefault()
    if (pressed.key === 'Escape' && !own && !place.hidden) {
      pressed.preventDefault()
      place.hidden = true
    }
  })
  place.addEventListener('keydown', pressed => {
    const step = pressed.key === 'ArrowDown' ? 1 : pressed.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && move(place, box, step)) pressed.preventDefault()
    if (pressed.key === 'Escape') {
      box.focus()
      if (!own) place.hidden = true
    }
  })
  box.addEventListener('focus', () => {
    if (place.childElementCount > 0 && shownFor === box.value.trim()) place.hidden = false
  })
  document.addEventListener('click', clicked => {
    const isInside = clicked.target instanceof Node && box.form?.contains(clicked.target)
    if (!own && !isInside) place.hidden = true
  })

  /** An answer that comes after the next question is dropped. */
  async function ask(): Promise<void> {
    const text = box.value.trim()
    if (text === shownFor) return
    if ([...text].length < lettersMin) return show(text, '')
    asking = new AbortController()
    const { signal } = asking
    const address = new URL(box.dataset.hits ?? '', location.href)
    address.searchParams.set('q', text)
    try {
      const answer = await fetch(address, { signal, redirect: 'error' })
      if (!answer.ok) return
      const html = await answer.text()
      if (!signal.aborted) show(text, html)
    } catch {
      // No connection, or a newer question: the key Enter still asks for the whole page.
    }
  }

  function show(text: string, html: string): void {
    shownFor = text
    place.innerHTML = html
    place.hidden = html === '' && !own
    said.textContent = place.querySelector('[data-count], [role="status"]')?.textContent ?? ''
  }
}

function makePanel(box: HTMLInputElement): HTMLElement {
  const panel = document.createElement('div')
  panel.className = 'ds-search__hits'
  panel.hidden = true
  box.form?.append(panel)
  return panel
}

/** There before anything is said, so that screen readers listen to it. */
function makeLine(box: HTMLInputElement): HTMLElement {
  const line = document.createElement('p')
  line.className = 'ds-hide'
  line.setAttribute('aria-live', 'polite')
  box.form?.append(line)
  return line
}

function move(place: HTMLElement, box: HTMLInputElement, step: 1 | -1): boolean {
  if (place.hidden) return false
  const links = [...place.querySelectorAll<HTMLAnchorElement>('a[href]')]
  const at = links.indexOf(document.activeElement as HTMLAnchorElement)
  if (links.length === 0) return false
  if (at + step < 0) box.focus()
  else links[Math.min(at + step, links.length - 1)]?.focus()
  return true
}
