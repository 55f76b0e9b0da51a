// The list of erased ids that a restore replays: how it is written, and how it is read again.
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { systemId } from '../access/index.ts'
import { listCouncils } from '../events/index.ts'
import type { Node } from '../node.ts'
import { BackupProblem } from '../store/backup/index.ts'
import { type Erasure, listErasures } from './store/erasures.ts'

const Line = z.strictObject({
  council: z.string(),
  at: z.iso.datetime(),
  records: z.array(z.uuid()).min(1),
})
/** Last line of a list: a list that was cut short has none, and would let somebody live again. */
const End = z.strictObject({ erasures: z.number().int(), sha256: z.string() })

const fileMode = 0o600

export async function erasuresOf(node: Node): Promise<readonly Erasure[]> {
  const all: Erasure[] = []
  for (const { id: council } of await listCouncils(node)) {
    const listed = await node.store.transaction({ council, actor: systemId }, tx =>
      listErasures(tx, council),
    )
    all.push(...listed)
  }
  return all
}

/** One JSON object to a line. Gives how many erasures are in it. */
export async function writeErasures(node: Node, file: string): Promise<number> {
  const all = await erasuresOf(node)
  const lines = all.map(one => `${JSON.stringify(one)}\n`).join('')
  const end = `${JSON.stringify({ erasures: all.length, sha256: digestOf(lines) })}\n`
  const draft = `${file}.${randomUUID()}.part`
  await writeFile(draft, lines + end, { mode: fileMode })
  await rename(draft, file)
  return all.length
}

export function readErasures(file: string): readonly Erasure[] {
  const text = textOf(file)
  const lines = text.trimEnd().split('\n')
  const end = parsed(End, lines.pop())
  const whole = lines.map(line => `${line}\n`).join('')
  const all = lines.map(line => parsed(Line, line))
  const isWhole = end && end.erasures === all.length && end.sha256 === digestOf(whole)
  if (isWhole && all.every(one => one !== undefined)) return all as Erasure[]
  throw new BackupProblem(
    'erasures-unreadable',
    `The file ${file} is no whole list of erasures, as ./doorstep erasures writes it.`,
  )
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new BackupProblem('erasures-unreadable', `Doorstep cannot read the file ${file}.`)
  }
}

function parsed<T>(schema: z.ZodType<T>, line: string | undefined): T | undefined {
  try {
    return schema.safeParse(JSON.parse(line ?? '')).data
  } catch {
    return undefined
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
