// Shows what everybody must know as soon as the server says it, over the page: nothing moves.
/// <reference lib="dom" />

const untouchedMsMax = 25 * 60 * 1000
type Told = { readonly shown: string; readonly html: string }

const banners = document.querySelector<HTMLElement>('[data-banners]')
if (banners) keepTold(banners)

/** Only a page that is looked at asks: browsers open few streams at a time. */
function keepTold(at: HTMLElement): void {
  let source: EventSource | undefined
  let touchedAt = Date.now()
  const close = () => {
    source?.close()
    source = undefined
  }
  const open = () => {
    if (source || document.hidden) return
    const asked = new URLSearchParams({ shown: at.dataset.shown ?? '' })
    source = new EventSource(`${at.dataset.banners}?${asked}`)
    source.addEventListener('banners', told => show(at, JSON.parse(told.data)))
    source.addEventListener('over', close)
  }
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()))
  for (const touch of ['pointerdown', 'keydown']) {
    document.addEventListener(touch, () => {
      touchedAt = Date.now()
      open()
    })
  }
  setInterval(() => Date.now() - touchedAt > untouchedMsMax && close(), 60_000)
  open()
}

/** The server's own words, escaped there. */
function show(at: HTMLElement, { shown, html }: Told): void {
  if (at.dataset.shown === shown) return
  at.dataset.shown = shown
  at.innerHTML = html
  at.classList.toggle('ds-banners--new', html !== '')
}
