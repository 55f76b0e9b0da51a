// How is a proof signed, and how is that checked? Ed25519 and SHA-256, from `node:crypto` alone.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import type { Id } from '../kernel/ids.ts'
import { canonical, type Json } from './domain/canonical.ts'

export type KeyPair = { readonly publicKey: string; readonly privateKey: string }

/** What goes before the 32 bytes of a public key to make the usual form of it (RFC 8410 §4). */
const spkiStart = '302a300506032b6570032100'
const keyBytes = 32

/** The public one as 32 bytes in hexadecimal, the private one as PKCS #8 in base64. */
export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' })
  return {
    publicKey: spki.subarray(-keyBytes).toString('hex'),
    privateKey: pkcs8.toString('base64'),
  }
}

export function signHead(head: Json, { privateKey }: Pick<KeyPair, 'privateKey'>): string {
  const key = createPrivateKey({
    key: Buffer.from(privateKey, 'base64'),
    format: 'der',
    type: 'pkcs8',
  })
  return sign(null, Buffer.from(canonical(head)), key).toString('hex')
}

export function fits(head: Json, publicKey: string, signature: string): boolean {
  const key = publicKeyOf(publicKey)
  if (!key) return false
  return verify(null, Buffer.from(canonical(head)), key, Buffer.from(signature, 'hex'))
}

function publicKeyOf(hex: string): KeyObject | undefined {
  const key = Buffer.from(spkiStart + hex, 'hex')
  try {
    return createPublicKey({ key, format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

const fingerprintBytes = 16
const groupLetters = 4

/** For people to compare: 32 digits in groups of four. */
export function fingerprintOf(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest('hex')
  const short = digest.slice(0, fingerprintBytes * 2)
  return (short.match(new RegExp(`.{${groupLetters}}`, 'g')) ?? []).join(' ')
}

/** Crockford's: no letter looks like a digit. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const halfLetters = 5

/**
 * Stands for somebody in one proof alone. Who has the log can make it again from the id; who has
 * only the file learns nothing from it, and cannot tell that two proofs name the same person.
 */
export function codeIn(proof: Id): (id: Id) => string {
  return id => {
    const digest = createHash('sha256').update(`${proof} ${id}`).digest()
    const text = [...digest.subarray(0, 2 * halfLetters)].map(byte => letters[byte % 32]).join('')
    return `${text.slice(0, halfLetters)}-${text.slice(halfLetters)}`
  }
}
