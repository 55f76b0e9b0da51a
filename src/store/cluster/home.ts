// Where does the data of this folder really live? Where PostgreSQL's user can reach it.
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Account, accountFor, canEnter } from './account.ts'
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
    `The data of ${asked} was kept in ${path}, which is not there any more; put it back, or delete ${pointer} to start empty.`,
  )
}

function moveElsewhere(asked: string): string {
  const path = join(elsewhereRoot, createHash('sha256').update(asked).digest('hex').slice(0, 16))
  try {
    makeFolders(path)
    writeFileSync(join(asked, pointerName), `${path}\n`)
    return realpathSync(path)
  } catch (error) {
    throw folderProblem(error, path)
  }
}

function closedToItsUser(asked: string): ClusterProblem {
  return new ClusterProblem(
    'not-writable',
    `The user that runs PostgreSQL may not enter ${asked}; open its parent folders to it, or move the data with --data.`,
  )
}
