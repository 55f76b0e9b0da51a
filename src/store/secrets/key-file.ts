// Where is the key of kept secrets? In a file of its own, for its owner alone, newest key first.
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

export type Key = { readonly id: string; readonly key: Buffer }

export type KeyFile = {
  /** None where there is no file. */
  read(): readonly Key[]
  /** Makes the first key; gives what is there if another process was quicker. */
  begin(): readonly Key[]
}

export class KeyProblem extends Error {
  readonly code = 'key-file-wrong'
}

const keyBytes = 32
const line = /^([0-9a-f]{8}) ([A-Za-z0-9+/]{43}=)$/
/** The one before stays, so that a backup from before the change still opens. */
const keysKept = 2

export function newKey(): Key {
  return { id: randomBytes(4).toString('hex'), key: randomBytes(keyBytes) }
}

export function keyFileAt(path: string): KeyFile {
  return { read: () => readKeys(path), begin: () => begin(path) }
}

/** A new key from now on. Nothing is lost: what the old one sealed is sealed anew by the caller. */
export function addKey(path: string): void {
  const kept = [newKey(), ...readKeys(path)].slice(0, keysKept)
  const aside = writeAside(path, kept)
  renameSync(aside, path)
  keepName(path)
}

function readKeys(path: string): readonly Key[] {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter(Boolean).map(text => {
    const [, id, key] = line.exec(text.trim()) ?? []
    if (id && key) return { id, key: Buffer.from(key, 'base64') }
    throw new KeyProblem(
      `${path} is no file of keys as Doorstep writes it; put the right one back.`,
    )
  })
}

/** Two processes that begin at once end with one key: only one of them gives the file its name. */
function begin(path: string): readonly Key[] {
  const aside = writeAside(path, [newKey()])
  try {
    linkSync(aside, path)
    keepName(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
  return readKeys(path)
}

function writeAside(path: string, keys: readonly Key[]): string {
  const aside = `${path}.${randomBytes(4).toString('hex')}`
  const file = openSync(aside, 'wx', 0o600)
  try {
    writeSync(file, keys.map(({ id, key }) => `${id} ${key.toString('base64')}\n`).join(''))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return aside
}

/** A secret must not outlive the name of its key when the machine loses power. */
function keepName(path: string): void {
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
