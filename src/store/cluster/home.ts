// Where does the data of this folder really live? Where PostgreSQL's user can reach it.
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  statfsSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Account, accountFor, canEnter } from './account.ts'
import { writeIfAbsent } from './owner.ts'
import { ClusterProblem, diskFull, folderProblem } from './problem.ts'

export type Home = { path: string; account: Account; isElsewhere: boolean }

const pointerName = 'where-the-data-is.txt'
const elsewhereRoot = '/var/lib/doorstep'

/** Makes the folder when it is missing. */
export function findHome(dataDir: string): Home {
  const asked = makeFolder(resolve(dataDir))
  const pointed = readPointer(asked)
  if (pointed) {
    return { path: pointed, account: accountFor(clusterFolder(pointed)), isElsewhere: true }
  }
  const account = accountFor(clusterFolder(asked))
  if (canEnter(account, asked)) return { path: asked, account, isElsewhere: false }
  if (existsSync(clusterFolder(asked))) throw closedToItsUser(asked)
  return { path: moveElsewhere(asked), account, isElsewhere: true }
}

export function clusterFolder(home: string): string {
  return join(home, 'postgresql')
}

export function refuseFullDisk(home: string, bytesFreeMin: number): void {
  const disk = statfsSync(home)
  if (disk.bavail * disk.bsize < bytesFreeMin) throw diskFull(home)
}

/** PostgreSQL's own folders belong to its user alone. */
export function makePrivateFolder(path: string, account: Account): void {
  if (!existsSync(path)) mkdirSync(path, { mode: 0o700 })
  chmodSync(path, 0o700)
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(path, account.uid, account.gid)
  }
}

function makeFolder(path: string): string {
  try {
    makeFolders(path)
    accessSync(path, constants.W_OK | constants.X_OK)
    return realpathSync(path)
  } catch (error) {
    throw folderProblem(error, path)
  }
}

/** Step by step: Node's own recursive form never returns on file systems such as /proc. */
function makeFolders(path: string): void {
  if (existsSync(path)) return
  makeFolders(dirname(path))
  mkdirSync(path)
  // A strict umask of root would close the folder to PostgreSQL's user; its data is 0700 within.
  if (process.getuid?.() === 0) chmodSync(path, 0o755)
}

function readPointer(asked: string): string | undefined {
  const pointer = join(asked, pointerName)
  if (!existsSync(pointer)) return undefined
  const path = readFileSync(pointer, 'utf8').trim()
  if (existsSync(path)) return realpathSync(path)
  throw new ClusterProblem(
    'data-missing',
    `The data of ${asked} was kept in ${path}, which is not there any more; ` +
      `put it back, or delete ${pointer} to start empty.`,
  )
}

/** Only the pointer leads there: a clone made anew in the same place starts empty. */
function moveElsewhere(asked: string): string {
  try {
    makeFolders(elsewhereRoot)
    const path = realpathSync(mkdtempSync(join(elsewhereRoot, 'data-')))
    chmodSync(path, 0o755)
    // Of two that start at once the second follows the pointer of the first.
    const isFirst = writeIfAbsent(join(asked, pointerName), `${path}\n`)
    if (!isFirst) rmdirSync(path)
    return readPointer(asked) ?? path
  } catch (error) {
    throw folderProblem(error, elsewhereRoot)
  }
}

function closedToItsUser(asked: string): ClusterProblem {
  return new ClusterProblem(
    'not-writable',
    `The user that runs PostgreSQL may not enter ${asked}; ` +
      'open its parent folders to it, or choose another folder with --data.',
  )
}
