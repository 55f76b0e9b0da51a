// Where does a dropped file go when it was taken? To done/ or refused/ with its report beside it,
// never over another, and for no longer than it may lie there.
import { mkdir, readdir, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { dayMs } from '../../kernel/clock.ts'
import type { DropReport } from './drop-report.ts'

/** Doorstep holds the file as long as its list may be held; the folder is no second store. */
export const putAwayDays = 31

type PutAway = {
  readonly inbox: string
  readonly path: string
  readonly at: number
  readonly report: DropReport
}

export async function putAway({ inbox, path, at, report }: PutAway): Promise<void> {
  const folder = join(inbox, report.isTaken ? 'done' : 'refused')
  await mkdir(folder, { recursive: true })
  const stamp = new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  const name = `${stamp}-${basename(path)}`
  for (let nth = 1; ; nth++) {
    const to = join(folder, nth === 1 ? name : `${stamp}-${nth}-${basename(path)}`)
    try {
      // The report first: where it stands already, the name is taken.
      await writeFile(`${to}.report.txt`, report.text, { flag: 'wx', mode: 0o640 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      continue
    }
    await rename(path, to)
    return
  }
}

export async function removeOld(inbox: string, now: number): Promise<void> {
  for (const name of ['done', 'refused']) {
    const folder = join(inbox, name)
    for (const file of await readdir(folder).catch(() => [])) {
      const path = join(folder, file)
      const { mtimeMs } = await stat(path)
      if (now - mtimeMs > putAwayDays * dayMs) await unlink(path)
    }
  }
}
