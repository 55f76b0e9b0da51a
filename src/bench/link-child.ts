// What does one run of `./doorstep link` give: its files, what it says, how long, how much memory?
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../store/root.ts'

const lookMs = 20
const ticksPerSecond = 100

export type Mapping = { readonly id: string; readonly columns: Readonly<Record<string, string>> }

export type LinkRequest = {
  readonly files: readonly string[]
  readonly mapping: Mapping
  /** Where its files are written, each name beginning with this one. */
  readonly stem: string
  readonly model?: string
}

export type LinkRun = {
  readonly pairs: string
  readonly clusters: string
  /** From the start of the program to its end, reading and writing included. */
  readonly seconds: number
  /** 0 where the system does not say. */
  readonly peakMb: number
  /** Of the processor, all threads together; what a busy machine changes least. */
  readonly usedSeconds: number
  readonly said: Readonly<Record<string, unknown>>
}

export async function runLink({ files, mapping, stem, model }: LinkRequest): Promise<LinkRun> {
  const mappingFile = `${stem}-mapping.json`
  const [pairs, clusters] = [`${stem}-pairs.csv`, `${stem}-clusters.csv`]
  writeFileSync(mappingFile, JSON.stringify(mapping))
  const words = ['link', ...files, '--columns', mappingFile, '--out', pairs]
  words.push('--clusters', clusters, '--json', ...(model ? ['--model', model] : []))
  const startedMs = performance.now()
  const child = spawn(join(projectRoot, 'doorstep'), words, {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const watch = watchProcess(child.pid ?? 0)
  let [text, remarks] = ['', '']
  child.stdout.on('data', part => {
    text += part
  })
  child.stderr.on('data', part => {
    remarks += part
  })
  const [code] = await once(child, 'close')
  const seconds = (performance.now() - startedMs) / 1000
  const { peakMb, usedSeconds } = watch.stop()
  if (code !== 0) throw new Error(`./doorstep link ended with ${code}: ${remarks.slice(-800)}`)
  return {
    pairs,
    clusters,
    seconds,
    peakMb,
    usedSeconds,
    said: JSON.parse(text.trim().split('\n').at(-1) ?? '{}'),
  }
}

/** The system keeps the high-water mark and the time used; a look just before the end is enough. */
function watchProcess(pid: number) {
  let [mostKb, ticks] = [0, 0]
  const look = () => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      mostKb = Math.max(mostKb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
      const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
      const [user, system] = after.split(' ').slice(11, 13).map(Number)
      ticks = Math.max(ticks, (user ?? 0) + (system ?? 0))
    } catch {
      // It has ended, or this system has no such files.
    }
  }
  const timer = setInterval(look, lookMs)
  return {
    stop() {
      clearInterval(timer)
      return { peakMb: mostKb / 1024, usedSeconds: ticks / ticksPerSecond }
    },
  }
}
