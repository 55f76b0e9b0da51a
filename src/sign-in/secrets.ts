// Where do secrets come from, and what is kept of them? Chance of 256 bits; the hash alone.
import { createHash, randomBytes, randomInt } from 'node:crypto'

/** 256 bits, as text that fits an address or a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOf(...parts: readonly string[]): Buffer {
  return createHash('sha256').update(parts.join('\u001f')).digest()
}

export const codeDigits = 8

/** 26 bits, in a form that can be read aloud and typed. */
export function newCode(): string {
  return String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0')
}

/** As typed or pasted: with spaces or dashes anywhere. */
export function readCode(text: string): string {
  return text.replace(/[\s-]/g, '')
}
