// Is a backup of a busy district whole, and how long until it stands somewhere else?
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../kernel/ids.ts'
import { projectRoot } from '../store/root.ts'
import { openClient } from './ask.ts'
import type { Bench } from './bench.ts'
import type { Figure } from './result.ts'
import { startServer } from './server.ts'
import { openTown } from './town.ts'

const writersUsual = 8
const leadMs = 1_000
const secondMs = 1_000
const restoredSecondsMax = 60

export const bench: Bench = async ({ seed, count, cores, dataDir, io }) => {
  const town = await openTown({ dataDir, seed, io })
  const cookies = await town.signIn('system-administrator', count ?? writersUsual)
  await town.close()
  const server = await startServer({ dataDir, ...(cores === undefined ? {} : { cores }) })
  const folder = dirname(dataDir)
  const file = join(folder, `bench-${newId()}.tar.zst`)
  const target = join(folder, `restored-${newId()}`)
  const writing = startWriting(server.url, cookies)
  await pause(leadMs)
  const before = writing.done()
  const backup = await runJson(['backup', '--data', dataDir, '--to', file])
  const during = writing.done() - before
  const refused = await writing.stop()
  await server.stop()
  const restored = await runJson(['restore', '--from', file, '--data', target])
  const provedMs = Number(restored.said.chain_ms)
  const figures: Figure[] = [
    exactly('backup and restore succeeded', backup.code + restored.code, 0),
    exactly('tables whose digests are equal', restored.said.digests_equal === true ? 1 : 0, 1),
    exactly('checks of the restored record that are broken', lengthOf(restored.said.wrong), 0),
    exactly('commands that were not accepted meanwhile', refused, 0),
    { measure: 'commands accepted during the backup', figure: during, unit: '' },
    { measure: 'rows', figure: Number(backup.said.rows), unit: '' },
    { measure: 'the file', figure: sizeMb(file), unit: 'MB' },
    { measure: 'backup', figure: backup.tookMs / secondMs, unit: 's' },
    { measure: 'restore, until rows are in', figure: loadedSeconds(restored.said), unit: 's' },
    { measure: 'restore, until the chain verifies', figure: provedMs / secondMs, unit: 's' },
    {
      measure: 'restore with every check of ./doorstep verify',
      figure: restored.tookMs / secondMs,
      unit: 's',
    },
    {
      measure: 'backup, restore, equal digests, chain verified',
      figure: (backup.tookMs + provedMs) / secondMs,
      unit: 's',
      target: { is: 'at most', value: restoredSecondsMax },
    },
  ]
  return { name: 'backup', load: `W1, ${cookies.length} writers during the backup`, seed, figures }
}

function exactly(measure: string, figure: number, value: number): Figure {
  return { measure, figure, unit: '', target: { is: 'exactly', value } }
}

function sizeMb(file: string): number {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) / 2 ** 20
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 1
}

function loadedSeconds(said: Record<string, unknown>): number {
  return Number(said.loaded_ms) / secondMs
}

/** Each writer adds people who sign in, one after the other, until told to stop. */
function startWriting(url: string, cookies: readonly string[]) {
  const client = openClient(url)
  const state = { isOver: false, done: 0, refused: 0 }
  const write = async (cookie: string) => {
    while (!state.isOver) {
      const command = newId()
      const role = { role: 'officer', place: 'council', purpose: 'bench' }
      const form = { command, name: `Person ${command}`, email: '', ...role }
      const { status } = await client.ask({ path: '/users/add', cookie, form })
      if (status === 303) state.done += 1
      else state.refused += 1
    }
  }
  const all = Promise.all(cookies.map(write))
  return {
    done: () => state.done,
    async stop() {
      state.isOver = true
      await all
      client.close()
      return state.refused
    },
  }
}

type Ran = { readonly code: number; readonly tookMs: number; said: Record<string, unknown> }

/** As an operator runs it, in a process of its own. */
async function runJson(words: readonly string[]): Promise<Ran> {
  const startedMs = performance.now()
  const env = { ...process.env, DATABASE_URL: '' }
  const child = spawn(join(projectRoot, 'doorstep'), [...words, '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', part => {
    text += part
  })
  const [code] = await once(child, 'close')
  const line = text.trim().split('\n').at(-1) ?? '{}'
  return { code: code ?? 1, tookMs: performance.now() - startedMs, said: JSON.parse(line) }
}
