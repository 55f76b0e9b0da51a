// Is a secret safe in a table: for whoever has no key, at another place, and after a new key?
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { addKey, fileKeys, isSealed, keyFileAt, keysInMemory } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
function freshPath(): string {
  files++
  return join(folder, `${files}.key`)
}

test('whatever is sealed is opened as it was, and never twice looks the same', () => {
  const keys = keysInMemory()
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (secret, at) => {
      const kept = keys.seal(secret, at)
      expect(isSealed(kept)).toBe(true)
      expect(keys.open(kept, at)).toBe(secret)
      expect(keys.seal(secret, at)).not.toBe(kept)
    }),
  )
})

test('nothing opens at another place, after one changed letter, or with another key', () => {
  const keys = keysInMemory()
  const kept = keys.seal('a secret', 'south-vale provider_secrets.client_secret')
  expect(kept).not.toContain(Buffer.from('a secret').toString('base64url'))
  expect(keys.open(kept, 'north-vale provider_secrets.client_secret')).toBeUndefined()
  expect(keysInMemory().open(kept, 'south-vale provider_secrets.client_secret')).toBeUndefined()
  const last = kept.at(-3) === 'A' ? 'B' : 'A'
  const changed = `${kept.slice(0, -3)}${last}${kept.slice(-2)}`
  expect(keys.open(changed, 'south-vale provider_secrets.client_secret')).toBeUndefined()
  for (const cut of [14, 24, 40]) expect(keys.open(kept.slice(0, cut), 'x')).toBeUndefined()
})

test('the file is made with the first secret, for its owner alone', () => {
  const path = freshPath()
  const keys = fileKeys(keyFileAt(path))
  expect(keys.open('never sealed', 'x')).toBe('never sealed')
  expect(() => statSync(path)).toThrow()
  keys.seal('a secret', 'x')
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('two processes that begin at once have one key', () => {
  const path = freshPath()
  const [one, two] = [fileKeys(keyFileAt(path)), fileKeys(keyFileAt(path))]
  const kept = one.seal('first', 'x')
  expect(two.open(kept, 'x')).toBe('first')
  expect(one.open(two.seal('second', 'x'), 'x')).toBe('second')
  expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(1)
})

test('after a new key another process seals with it, and the one before still opens', () => {
  const path = freshPath()
  const running = fileKeys(keyFileAt(path))
  const before = running.seal('a secret', 'x')
  addKey(path)
  expect(running.open(before, 'x')).toBe('a secret')
  const after = running.seal('a secret', 'x')
  expect(running.isCurrent(before)).toBe(false)
  expect(running.isCurrent(after)).toBe(true)
  addKey(path)
  const anew = fileKeys(keyFileAt(path))
  expect([anew.open(after, 'x'), anew.open(before, 'x')]).toEqual(['a secret', undefined])
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('a file that is none of keys is refused with its name', () => {
  const path = freshPath()
  writeFileSync(path, 'not a key\n')
  expect(() => fileKeys(keyFileAt(path))).toThrow(`${path} is no file of keys`)
})

test('a derived key is the same each time, and another for each place and each file', () => {
  const [keys, others] = [keysInMemory(), keysInMemory()]
  expect(keys.derive('one')).toHaveLength(32)
  expect(keys.derive('one')).toEqual(keys.derive('one'))
  expect(keys.derive('one')).not.toEqual(keys.derive('two'))
  expect(keys.derive('one')).not.toEqual(others.derive('one'))
})
