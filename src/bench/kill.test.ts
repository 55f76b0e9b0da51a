// Three rounds of the kill loop, as a part of every test run.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Io } from '../cli/command.ts'
import { bench } from './kill.ts'
import { isMet } from './result.ts'

const rounds = 3
const loopMsMax = 180_000
const folder = mkdtempSync(join(tmpdir(), 'doorstep-kill-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const silent: Io = {
  isJson: false,
  say() {},
  note() {},
  answer() {},
  progress: () => ({ update() {}, end() {} }),
}

test(
  'what was acknowledged is there once and whole after server and database were killed',
  async () => {
    const result = await bench({
      seed: 7,
      count: rounds,
      cores: undefined,
      dataDir: folder,
      io: silent,
    })
    // How long a start takes is measured where nothing else runs.
    const figures = result.figures.filter(one => one.unit !== 'ms')
    expect(figures.filter(one => !isMet(one))).toEqual([])
    const acknowledged = figures.find(one => one.measure === 'commands acknowledged')
    expect(acknowledged?.figure).toBeGreaterThan(rounds)
  },
  loopMsMax,
)
