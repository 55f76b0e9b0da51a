// Was today's backup made, and read back? If it is due and was not, it is made now.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Task } from '../events/index.ts'
import { minuteMs } from '../kernel/clock.ts'
import { londonDate, londonMinutes } from '../kernel/london.ts'
import type { Node } from '../node.ts'
import { proveBackup, rowsOf } from '../store/backup/index.ts'
import type { BackupPlan } from './backup-plan.ts'
import { writeErasures } from './erasure-list.ts'
import { machineOf } from './machine.ts'

/** What became of one backup: beside the file, as JSON, without a word about anybody. */
const Proof = z.strictObject({
  file: z.string(),
  at: z.iso.datetime(),
  checkedAt: z.iso.datetime(),
  tookMs: z.number(),
  bytes: z.number(),
  rows: z.number(),
  councils: z.number(),
  /** Every digest was found again when the file was read back. */
  holds: z.boolean(),
  problem: z.string().nullable(),
})
export type Proof = z.infer<typeof Proof>

const checkEveryMs = minuteMs
const minutesOfHour = 60
/** After a failure, and while another process may be reading its own back. */
const againMs = 10 * minuteMs
const quietly = { throwIfNoEntry: false } as const
const folderMode = 0o700
const fileMode = 0o600
const proofEnding = '.proof.json'
const named = /^doorstep-\d{4}-\d\d-\d\d\.tar\.zst$/

export const scheduledBackup: Task = {
  name: 'backup',
  everyMs: checkEveryMs,
  async run(node) {
    const plan = machineOf(node).backups
    if (!plan) return
    makeFolder(plan.folder)
    await writeErasures(node, join(plan.folder, erasuresName))
    const now = node.clock.now()
    if (londonMinutes(now) < plan.hour * minutesOfHour) return
    const file = join(plan.folder, `doorstep-${londonDate(now)}.tar.zst`)
    if (isSettled(file, now)) return
    await makeProved(node, file)
    prune(plan)
  },
}

export const erasuresName = 'erasures.jsonl'

/** The list that is written beside the backups of a machine, if this is one of them. */
export function erasuresBeside(file: string): string | undefined {
  const list = join(dirname(file), erasuresName)
  return isThere(list) ? list : undefined
}

/** Made and proved, or just tried. */
function isSettled(file: string, now: number): boolean {
  const proof = proofOf(file)
  if (proof?.holds) return isThere(file)
  const triedAt = proof ? Date.parse(proof.checkedAt) : statSync(file, quietly)?.mtimeMs
  return triedAt !== undefined && now - triedAt < againMs
}

/** Another process may be at it: then the file is there, or its draft is, and all is well. */
export async function makeProved(node: Node, file: string): Promise<void> {
  const startedAt = node.clock.now()
  try {
    rmSync(file, { force: true })
    const manifest = await node.store.backUp(file)
    const proved = await proveBackup(file)
    await writeProof(file, {
      file,
      at: manifest.at,
      checkedAt: new Date(node.clock.now()).toISOString(),
      tookMs: node.clock.now() - startedAt,
      bytes: statSync(file).size,
      rows: rowsOf(proved),
      councils: proved.councils.length,
      holds: JSON.stringify(proved) === JSON.stringify(manifest),
      problem: null,
    })
  } catch (error) {
    const { code = 'fault' } = error as NodeJS.ErrnoException
    if (code === 'backup-exists') return
    const at = new Date(startedAt).toISOString()
    const nothing = { tookMs: 0, bytes: 0, rows: 0, councils: 0 }
    await writeProof(file, { file, at, checkedAt: at, ...nothing, holds: false, problem: code })
    throw error
  }
}

function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: folderMode })
}

async function writeProof(file: string, proof: Proof): Promise<void> {
  await writeFile(file + proofEnding, `${JSON.stringify(proof)}\n`, { mode: fileMode })
}

function proofOf(file: string): Proof | undefined {
  try {
    return Proof.safeParse(JSON.parse(readFileSync(file + proofEnding, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** Only those of ours, by their name; the oldest days go first. */
function prune({ folder, keep }: BackupPlan): void {
  const ours = readdirSync(folder).filter(name => named.test(name.replace(proofEnding, '')))
  const days = new Set(ours.map(name => name.replace(proofEnding, '')))
  const old = [...days].sort().reverse().slice(keep)
  for (const name of ours.filter(one => old.includes(one.replace(proofEnding, '')))) {
    rmSync(join(folder, name), { force: true })
  }
}

/** The latest first. */
export function listProofs({ folder }: BackupPlan): readonly Proof[] {
  try {
    const names = readdirSync(folder)
      .filter(name => name.endsWith(proofEnding))
      .sort()
    const files = names.reverse().map(name => join(folder, name.slice(0, -proofEnding.length)))
    return files.flatMap(file => proofOf(file) ?? [])
  } catch {
    return []
  }
}

function isThere(file: string): boolean {
  return statSync(file, quietly)?.isFile() === true
}
