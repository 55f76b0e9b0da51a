// How is a secret kept so that the database, and every backup of it, gives it to nobody?
// AES-256-GCM with a key in a file beside the data: whoever has only the one has nothing.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { type Key, type KeyFile, newKey } from './key-file.ts'

export type Keys = {
  /** `at` names the council and the column: what was kept for one opens at no other. */
  seal(secret: string, at: string): string
  /** Undefined where its key is not there. What was never sealed is given as it stands. */
  open(kept: string, at: string): string | undefined
  /** A key of its own for what `at` names: the same each time, and of no use for the others. */
  derive(at: string): Buffer
  /** Is it sealed with the key that is in use now? */
  isCurrent(kept: string): boolean
}

const form = 'sealed.1'
const ivBytes = 12
const tagBytes = 16

export function isSealed(kept: string): boolean {
  return kept.startsWith(`${form}.`)
}

/** The file is asked each time a secret is sealed: another process may have changed the key. */
export function fileKeys(file: KeyFile): Keys {
  let known: readonly Key[] = file.read()
  const keyOf = (kept: string) => {
    const named = (key: Key) => kept.startsWith(`${form}.${key.id}.`)
    if (!known.some(named)) known = file.read()
    return known.find(named)
  }
  const current = () => {
    known = file.read()
    if (known.length === 0) known = file.begin()
    const [first] = known
    if (!first) throw new Error('A file of keys was begun and is empty.')
    return first
  }
  return {
    seal: (secret, at) => sealWith(current(), secret, at),
    derive: at => createHmac('sha256', current().key).update(`derived ${at}`).digest(),
    open: (kept, at) => (isSealed(kept) ? openWith(keyOf(kept), kept, at) : kept),
    isCurrent: kept => isSealed(kept) && known[0]?.id === kept.split('.')[2],
  }
}

/** For what lives no longer than this process. */
export function keysInMemory(): Keys {
  const key = newKey()
  return fileKeys({ read: () => [key], begin: () => [key] })
}

function sealWith({ id, key }: Key, secret: string, at: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(at))
  const words = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  const whole = Buffer.concat([iv, cipher.getAuthTag(), words])
  return `${form}.${id}.${whole.toString('base64url')}`
}

/** What was altered, or moved here from elsewhere, is as good as lost. */
function openWith(key: Key | undefined, kept: string, at: string): string | undefined {
  if (!key) return undefined
  const whole = Buffer.from(kept.split('.')[3] ?? '', 'base64url')
  if (whole.length < ivBytes + tagBytes) return undefined
  const cipher = createDecipheriv('aes-256-gcm', key.key, whole.subarray(0, ivBytes))
  cipher.setAAD(Buffer.from(at))
  cipher.setAuthTag(whole.subarray(ivBytes, ivBytes + tagBytes))
  try {
    const words = [cipher.update(whole.subarray(ivBytes + tagBytes)), cipher.final()]
    return Buffer.concat(words).toString('utf8')
  } catch {
    return undefined
  }
}
