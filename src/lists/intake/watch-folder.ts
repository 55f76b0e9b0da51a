// Which files did somebody drop into the watched folder? One that stopped growing is taken, as the
// upload page takes it, and moved to done/ or refused/ with a report beside it.
import { createReadStream } from 'node:fs'
import { mkdir, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { systemActor } from '../../access/index.ts'
import { type Council, listCouncils } from '../../events/index.ts'
import type { Node } from '../../node.ts'
import { importList } from '../store/import-list.ts'
import { faultReport, reportOf } from './drop-report.ts'
import { putAway, removeOld } from './put-away.ts'

export type Watching = {
  readonly node: Node
  readonly folder: string
  /** What went wrong with us, not with a file. */
  failed(task: string, error: unknown): void
}

const lookEveryMs = 2_000
const settledMs = 5_000
const triesMax = 3

/** Looks again and again; what it gives back ends that, and waits for a file that is under way. */
export function watchFolder(watching: Watching): () => Promise<void> {
  const look = folderLooker(watching, settledMs)
  let isOver = false
  let running: Promise<void> = Promise.resolve()
  let timer = setTimeout(turn, lookEveryMs)
  function turn() {
    running = look()
      .catch(error => watching.failed('lists.watch-folder', error))
      .then(() => {
        if (!isOver) timer = setTimeout(turn, lookEveryMs)
      })
  }
  return () => {
    isOver = true
    clearTimeout(timer)
    return running
  }
}

type Seen = { bytes: number; changedMs: number; sinceMs: number; tries: number }

/** One look at the folder; it remembers what it saw at the look before. */
export function folderLooker(watching: Watching, quietMs: number): () => Promise<void> {
  const seen = new Map<string, Seen>()
  return async () => {
    const councils = await listCouncils(watching.node)
    const here = new Set<string>()
    for (const council of councils) {
      // Several councils in one process: each has a folder of its own name.
      const inbox = councils.length === 1 ? watching.folder : join(watching.folder, council.id)
      for (const path of await droppedFiles(inbox)) {
        here.add(path)
        const file = await stillFile(path, seen)
        if (file && performance.now() - file.sinceMs >= quietMs) {
          await takeFile(watching, { council, inbox, path, file })
        }
      }
      await removeOld(inbox, watching.node.clock.now())
    }
    for (const path of seen.keys()) if (!here.has(path)) seen.delete(path)
  }
}

/** Half-written files of other programs, and what is no file, are left alone. */
const notYet = /^[.~]|\.(?:part|partial|tmp|filepart|crdownload|download|swp)$/i

async function droppedFiles(inbox: string): Promise<string[]> {
  await mkdir(inbox, { recursive: true })
  const entries = await readdir(inbox, { withFileTypes: true })
  const files = entries.filter(one => one.isFile() && !notYet.test(one.name))
  return files.map(({ name }) => join(inbox, name)).sort()
}

/** What is known of a file, from the moment since when it is as it is now. */
async function stillFile(path: string, seen: Map<string, Seen>): Promise<Seen | undefined> {
  const now = await stat(path).catch(() => undefined)
  if (!now) return undefined
  const before = seen.get(path)
  const isSame = before?.bytes === now.size && before.changedMs === now.mtimeMs
  if (before && isSame) return before
  const fresh = { bytes: now.size, changedMs: now.mtimeMs, sinceMs: performance.now(), tries: 0 }
  seen.set(path, fresh)
  return undefined
}

type Taken = { council: Council; inbox: string; path: string; file: Seen }

/** Stopped in the middle, it is still there and taken again: the same bytes are loaded once. */
async function takeFile({ node, failed }: Watching, taken: Taken): Promise<void> {
  const { council, inbox, path, file } = taken
  const name = basename(path)
  const at = node.clock.now()
  try {
    const chunks = createReadStream(path)
    const result = await importList(node, systemActor(council.id), { name, chunks })
    await putAway({ inbox, path, at, report: reportOf(name, result) })
  } catch (error) {
    file.tries += 1
    failed('lists.watch-folder', error)
    if (file.tries < triesMax) return
    await putAway({ inbox, path, at, report: faultReport(name) })
  }
}
