// What do keys do on the call page? It works without this file; drafts.ts keeps what is typed.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

const quick = ['no_answer', 'voicemail_left', 'wrong_number', 'technical_fault']
/** After these nobody rings, whatever was promised. */
const ends = ['refused', 'moved_reported', 'deceased_reported', 'away']

const keysOff = 'doorstep-keys=off'
const yearSeconds = 365 * 24 * 60 * 60

const form = get<HTMLFormElement>('form#call')
const endsAt = Date.now() + Number(form.dataset.until) - Number(form.dataset.now)
const save = get<HTMLButtonElement>('#save')
const told = get<HTMLElement>('#then')
const draftSays = get<HTMLElement>('#draft')
const keysOn = get<HTMLInputElement>('#keys-on')
let lastNeed = ''
let line = 0

start()

function start(): void {
  showScript(0)
  get<HTMLElement>('#keys-label').hidden = false
  keysOn.checked = !document.cookie.includes(keysOff)
  keysOn.addEventListener('change', chooseKeys)
  form.addEventListener('change', changed)
  form.addEventListener('click', rang)
  get('#script-next').addEventListener('click', () => showScript(line === 0 ? 3 : 0))
  document.addEventListener('keydown', pressed)
  setTimeout(endHold, Math.max(0, endsAt - Date.now()))
  tell()
  if (form.dataset.wrong === '') get('#person-name').focus({ preventScroll: true })
}

function get<E extends HTMLElement = HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector)
  if (!found) throw new Error(`The call page has no ${selector}.`)
  return found
}

function pressed(press: KeyboardEvent): void {
  if (press.isComposing || document.querySelector('dialog[open]')) return
  if (press.key === 'Enter' && (press.ctrlKey || press.metaKey)) {
    press.preventDefault()
    form.requestSubmit(save)
    return
  }
  if (isTyping(press.target)) {
    if (press.key === 'Escape') press.target.blur()
    return
  }
  if (press.ctrlKey || press.metaKey || press.altKey || !keysOn.checked) return
  if (act(press.key.toUpperCase())) press.preventDefault()
}

function isTyping(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false
  const isChoice = target.matches('input[type="radio"], input[type="checkbox"]')
  return !isChoice && target.matches('input, textarea, select, [contenteditable]')
}

/** True when the key meant something here. */
function act(key: string): boolean {
  if (key === 'S') showScript(line === 0 ? 3 : 0)
  else if (key === 'T') get('#note').focus()
  else if (key === 'P') promise()
  else if (key === 'U') sooner()
  else if (key === 'M') askWhich()
  else return press(key)
  return true
}

/** Outcomes and needs: the control that wears this key. */
function press(key: string): boolean {
  const input = /^[A-Z0-9]$/.test(key)
    ? form.querySelector<HTMLInputElement>(`[data-key="${key}"]`)
    : null
  if (!input) return false
  input.checked = input.type === 'radio' ? true : !input.checked
  input.dispatchEvent(new Event('change', { bubbles: true }))
  if (quick.includes(input.value)) save.focus({ preventScroll: true })
  else if (input.type === 'radio' && document.activeElement === save) save.blur()
  return true
}

/** Moved and died are two answers: the key brings both into reach and chooses neither. */
function askWhich(): void {
  get<HTMLInputElement>('#outcome-moved_reported').focus()
  say(told.dataset.which ?? '')
}

function promise(): void {
  const box = get<HTMLInputElement>('#promised')
  box.checked = !box.checked
  changed()
  if (box.checked) get('#day').focus()
}

/** How soon, for the need that was chosen last: no rush, two days, today, and round again. */
function sooner(): void {
  const steps = [...form.querySelectorAll<HTMLInputElement>(`[name="soon-${lastNeed}"]`)]
  const at = steps.findIndex(step => step.checked)
  const next = steps[(at + 1) % steps.length]
  if (next) next.checked = true
  changed()
}

function changed(event?: Event): void {
  const input = event?.target
  if (input instanceof HTMLInputElement && input.name === 'need') onlyOneSense(input)
  for (const row of form.querySelectorAll<HTMLElement>('#urgent li')) {
    row.dataset.u = row.querySelector<HTMLInputElement>(':checked')?.value ?? ''
  }
  tell()
}

/** "Needs nothing" and a need cannot both be so. */
function onlyOneSense(input: HTMLInputElement): void {
  if (!input.checked) return
  if (input.value !== 'nothing') lastNeed = input.value
  for (const other of form.querySelectorAll<HTMLInputElement>('[name="need"]')) {
    if ((other.value === 'nothing') !== (input.value === 'nothing')) other.checked = false
  }
}

function rang(click: Event): void {
  const link = click.target instanceof Element ? click.target.closest('a[href^="tel:"]') : null
  const radio = link?.closest('li')?.querySelector<HTMLInputElement>('[name="phone"]')
  if (radio?.type === 'radio') radio.checked = true
}

function tell(): void {
  const outcome = form.querySelector<HTMLInputElement>('[name="outcome"]:checked')
  const means = outcome?.dataset.means ?? outcome?.value ?? ''
  get('#save-key').textContent = quick.includes(means) ? '⏎' : 'Ctrl ⏎'
  if (outcome) say(means === 'answered' ? `${answered()}${promisedToo()}` : followsFrom(outcome))
  const isDone = means === 'answered' && form.querySelector('[name="need"]:checked')
  told.querySelector('use')?.setAttribute('href', isDone ? '#i-tick' : '#i-now')
}

function say(words: string): void {
  const place = told.querySelector('span')
  if (place && place.textContent !== words) place.textContent = words
}

function followsFrom(outcome: HTMLInputElement): string {
  const means = outcome.dataset.means ?? outcome.value
  if (ends.includes(means)) return outcome.dataset.then ?? ''
  return isPromised() || means === 'call_back_later' ? ringsAgain() : (outcome.dataset.then ?? '')
}

function promisedToo(): string {
  return isPromised() ? ` ${ringsAgain()}` : ''
}

function isPromised(): boolean {
  return get<HTMLInputElement>('#promised').checked
}

/** A promise outranks the rule of the pack. */
function ringsAgain(): string {
  const chosen = (id: string) => get<HTMLSelectElement>(id).selectedOptions[0]?.text.trim() ?? ''
  const words = told.dataset.promised ?? ''
  return words.replace('{day}', chosen('#day')).replace('{part}', chosen('#part'))
}

function answered(): string {
  const {
    nothing = '',
    ask = '',
    one = '',
    many = '',
    todayOne = '',
    todayMany = '',
  } = told.dataset
  const picked = [...form.querySelectorAll<HTMLInputElement>('[name="need"]:checked')]
  if (picked.length === 0) return ask
  if (picked[0]?.value === 'nothing') return nothing
  const isToday = (need: HTMLInputElement) =>
    form.querySelector<HTMLInputElement>(`[name="soon-${need.value}"]:checked`)?.value === 'today'
  const today = picked.filter(isToday).length
  const count = (n: number, words: [string, string]) =>
    (n === 1 ? words[0] : words[1]).replace('{n}', String(n))
  const first = count(picked.length, [one, many])
  return today === 0 ? first : `${first} ${count(today, [todayOne, todayMany])}`
}

/** Three lines at a time; without this file all are shown. */
function showScript(from: number): void {
  const lines = [...document.querySelectorAll<HTMLElement>('#script > li')]
  line = from
  for (const [i, one] of lines.entries()) one.hidden = i < from || i > from + 2
  get('#script').style.setProperty('counter-reset', `line ${from}`)
  get('#script-move').hidden = lines.length <= 3
  const button = get('#script-next')
  button.textContent = (from === 0 ? button.dataset.next : button.dataset.first) ?? ''
  const at = get('#script-at')
  const to = Math.min(from + 3, lines.length)
  at.textContent = (at.dataset.words ?? '')
    .replace('{from}', String(from + 1))
    .replace('{to}', String(to))
    .replace('{all}', String(lines.length))
}

/** In a cookie: signing out forgets everything else that the browser keeps for us. */
function chooseKeys(): void {
  const seconds = keysOn.checked ? 0 : yearSeconds
  // biome-ignore lint/suspicious/noDocumentCookie: the newer interface is not in every browser.
  document.cookie = `${keysOff}; path=/; max-age=${seconds}; samesite=lax`
}

/** What is typed is kept all the same. */
function endHold(): void {
  draftSays.hidden = false
  draftSays.textContent = draftSays.dataset.ended ?? ''
}
