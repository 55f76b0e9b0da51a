// What was typed of a call is kept on this machine until it is saved: sealed, for its writer alone.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

type Field = [string, string]
type Kept = {
  id: string
  at: number
  until: number
  /** The attempt that saving would record: once it is saved, this goes. */
  attempt: string
  iv: Uint8Array<ArrayBuffer>
  sealed: ArrayBuffer
}

/** Said by the server with each page; never brought back from an older one. */
const ofThePage = ['command', 'attempt', 'person', 'script', 'way', 'seen']
const dayMs = 24 * 60 * 60 * 1000
const waitMs = 1500

const form = document.querySelector<HTMLFormElement>('form#call')
const says = document.querySelector<HTMLElement>('#draft')
const again = document.querySelector<HTMLElement>('#draft-again')
const { user = '', draft = '', draftKey = '', since = '0', now = '0' } = form?.dataset ?? {}
const id = `${user}:${draft}`
const ahead = form ? Number(now) - Date.now() : 0
let isTyped = form?.dataset.wrong === 'yes'
let isSending = false
let last: Promise<unknown> = Promise.resolve()

// Without https a browser offers no way to seal: then nothing is kept.
if (isSecureContext && 'locks' in navigator) void start()
// Whoever types before the drafts are open is not overwritten.
form?.addEventListener('input', () => {
  isTyped = true
})

async function start(): Promise<void> {
  const place = await open()
  if (location.search.includes('inbound=yes')) await remove(place, `${user}:inbound`)
  await sweep(place)
  if (!form || draftKey === '') return
  // Only one window of a person and a call has its draft: words never stray into another.
  const options = { signal: AbortSignal.timeout(waitMs) }
  await navigator.locks.request(`draft ${id}`, options, () => begin(place)).catch(() => {})
}

/** Holds the lock for as long as the page is there. */
async function begin(place: IDBDatabase): Promise<void> {
  const bytes = Uint8Array.from(atob(draftKey), one => one.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const keep = () => {
    isTyped = true
    last = last.then(() => keepWords(place, key)).then(sayKept, () => {})
  }
  const isBack = !isTyped && (await bringBack(place, key))
  for (const kind of ['input', 'change']) form?.addEventListener(kind, keep)
  // Kept anew at once: from now on it belongs to what this page would save.
  if (isBack) await keepWords(place, key)
  else if (isTyped) keep()
  form?.addEventListener('submit', () => {
    isSending = true
  })
  const forget = () => void last.then(() => remove(place, id))
  document.querySelector('#put-back')?.addEventListener('submit', forget)
  again?.addEventListener('click', () => {
    isSending = true
    void last.then(() => remove(place, id)).then(() => location.reload())
  })
  await new Promise(() => {})
}

/** When it was kept, once it is on the disk. */
async function keepWords(place: IDBDatabase, key: CryptoKey): Promise<number | undefined> {
  if (isSending) return undefined
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const words = new TextEncoder().encode(JSON.stringify(typed()))
  const sealed = await crypto.subtle.encrypt(sealing(iv), key, words)
  const at = Date.now() + ahead
  const kept: Kept = { id, at, until: at + dayMs, attempt: ofForm('attempt'), iv, sealed }
  await done(place.transaction('drafts', 'readwrite', { durability: 'strict' }), to => to.put(kept))
  return at
}

function sayKept(at: number | undefined): void {
  if (at !== undefined) say(says?.dataset.kept, at)
}

async function bringBack(place: IDBDatabase, key: CryptoKey): Promise<boolean> {
  const kept = await done<Kept | undefined>(place.transaction('drafts'), to => to.get(id))
  if (!kept) return false
  // Somebody rang them after these words: they are of a call that is over.
  const isOver = kept.at < Number(since)
  const words = isOver ? null : await opened(key, kept)
  if (!words) {
    await remove(place, id)
    return false
  }
  if (isTyped) return false
  fill(JSON.parse(new TextDecoder().decode(words)) as Field[])
  say(says?.dataset.back, kept.at)
  if (again) again.hidden = false
  form?.dispatchEvent(new Event('change'))
  return true
}

/** Null for whoever has another key. */
function opened(key: CryptoKey, { iv, sealed }: Kept): Promise<ArrayBuffer | null> {
  return crypto.subtle.decrypt(sealing(iv), key, sealed).catch(() => null)
}

function sealing(iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) }
}

function typed(): Field[] {
  if (!form) return []
  return [...new FormData(form)]
    .filter(([name]) => !ofThePage.includes(name))
    .map(([name, value]): Field => [name, String(value)])
}

function fill(fields: readonly Field[]): void {
  const all = form?.querySelectorAll<HTMLInputElement>('input, textarea, select') ?? []
  for (const field of all) {
    if (ofThePage.includes(field.name)) continue
    const values = fields.filter(([name]) => name === field.name).map(([, value]) => value)
    if (field.type === 'radio' || field.type === 'checkbox') {
      field.checked = values.includes(field.value)
    } else if (values[0] !== undefined) field.value = values[0]
  }
}

function ofForm(name: string): string {
  return form?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? ''
}

function say(words: string | undefined, at: number): void {
  if (!says || words === undefined) return
  says.hidden = false
  says.textContent = words.replace('{time}', new Date(at - ahead).toTimeString().slice(0, 5))
}

/** What was saved, and what is a day old, whoever wrote it: words that nobody may keep. */
async function sweep(place: IDBDatabase): Promise<void> {
  const saved = new URLSearchParams(location.search).get('saved') ?? ''
  const isInbound = location.pathname === '/calls/inbound'
  const all = await done<Kept[]>(place.transaction('drafts'), to => to.getAll())
  for (const kept of all) {
    const isSaved = saved !== '' && (kept.attempt === saved || (isInbound && kept.id === id))
    if (isSaved || kept.until <= Date.now() + ahead) await remove(place, kept.id)
  }
}

async function remove(place: IDBDatabase, which: string): Promise<void> {
  await done(place.transaction('drafts', 'readwrite'), to => to.delete(which))
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('doorstep', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('drafts', { keyPath: 'id' })
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}

/** What was asked of the drafts, once it is on the disk. */
function done<T>(work: IDBTransaction, ask: (to: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const asked = ask(work.objectStore('drafts'))
    work.oncomplete = () => resolve(asked.result as T)
    work.onerror = () => reject(work.error)
    work.onabort = () => reject(work.error)
  })
}
