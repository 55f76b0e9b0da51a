// Says "3 new, show" when the server does. The page is complete without this file.
/// <reference lib="dom" />

const untouchedMsMax = 25 * 60 * 1000

const line = document.querySelector<HTMLElement>('[data-live]')
if (line?.dataset.live) listen(line, line.dataset.live)

function listen(line: HTMLElement, address: string): void {
  const source = new EventSource(address)
  source.addEventListener('new', told => say(line, Number(told.data)))
  source.addEventListener('over', () => source.close())
  closeWhenLeft(source)
}

function say(line: HTMLElement, count: number): void {
  const { one = '', other = '', most = '', max = '' } = line.dataset
  const shown = line.querySelector('span')
  const words = line.querySelector('b')
  if (!shown || !words || !(count > 0)) return
  const phrase = count === 1 ? one : count >= Number(max) ? most : other
  words.textContent = phrase.replace('{n}', `${count}`)
  shown.hidden = false
}

/** A page that nobody touches stops asking before its session would end. */
function closeWhenLeft(source: EventSource): void {
  let timer = setTimeout(() => source.close(), untouchedMsMax)
  for (const touch of ['pointerdown', 'keydown']) {
    document.addEventListener(touch, () => {
      clearTimeout(timer)
      timer = setTimeout(() => source.close(), untouchedMsMax)
    })
  }
}
