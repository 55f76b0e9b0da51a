// Is a database that goes away told in a sentence, and nothing else mistaken for it?
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { explainLoss } from './index.ts'

const coded = (message: string, code: string) => Object.assign(new Error(message), { code })

test('a disk that fills up while the database works is one sentence', () => {
  const full = explainLoss(coded('could not extend file', '53100'), '/somewhere')
  expect(full).toMatchObject({ code: 'disk-full', message: expect.stringContaining('/somewhere') })
})

test('a connection that breaks is the database that stopped, not a fault of ours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cluster-loss-'))
  const broken = Object.assign(coded('read ECONNRESET', 'ECONNRESET'), { syscall: 'read' })
  const ended = new Error('Connection terminated unexpectedly')
  for (const error of [broken, ended, coded('terminating connection', '57P01')]) {
    expect(explainLoss(error, folder)).toMatchObject({ code: 'stopped' })
  }
  rmSync(folder, { recursive: true })
})

test('a missing file and any other fault stay what they are', () => {
  const missing = Object.assign(coded('no such file', 'ENOENT'), { syscall: 'open' })
  const fault = new Error('Broken: something')
  expect(explainLoss(missing, '/nowhere')).toBe(missing)
  expect(explainLoss(fault, '/nowhere')).toBe(fault)
})
