// How long does one file take through the command, with how much memory, and is every row told of?
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../store/root.ts'
import { paceOf, watchPace } from './import-pace.ts'

type Import = {
  readonly dataDir: string
  readonly council: string
  readonly file: string
  readonly rows: number
}

/** From the command to its end: install check, database, reading, preview, loading. */
export async function importFile({ dataDir, council, file, rows }: Import) {
  const words = ['import', '--council', council, '--list', 'spl', '--json', '--data', dataDir, file]
  const startedMs = performance.now()
  const child = spawn(join(projectRoot, 'doorstep'), words, {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const parts: Buffer[] = []
  child.stdout.on('data', part => parts.push(part))
  const memory = watchMemory(child)
  const samples = watchPace(child, dataDir)
  const [code] = await once(child, 'close')
  const seconds = (performance.now() - startedMs) / 1000
  if (code !== 0) throw new Error(`The import ended with ${code}.`)
  const answer = JSON.parse(Buffer.concat(parts).toString('utf8').trim().split('\n').at(-1) ?? '')
  const { accepted, changed, unchanged, needs_review, rejected } = answer
  const accounted = accepted + changed + unchanged + needs_review + rejected
  const unaccounted = Math.abs(rows - accounted)
  const pace = paceOf(samples, rows)
  return { seconds, memoryMb: memory(), unaccounted, accepted, changed, needs_review, pace }
}

/** The most that the process ever held at once, as the kernel counts it. */
function watchMemory(child: ChildProcess): () => number {
  let most = 0
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
    } catch {}
  }, 100)
  return () => {
    clearInterval(timer)
    return most / 1024
  }
}
