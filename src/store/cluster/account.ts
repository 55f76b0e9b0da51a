// As which user of the machine does PostgreSQL run? It refuses root, so root lends it one.
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { ClusterProblem } from './problem.ts'

/** Empty for an ordinary user, who runs PostgreSQL as himself; otherwise ready for `spawn`. */
export type Account = { uid?: number; gid?: number }

const preferredNames = ['postgres', '_postgres', 'nobody']

/** `dataFolder` decides when it exists: PostgreSQL insists on running as the owner of its data. */
export function accountFor(dataFolder: string): Account {
  if (process.getuid?.() !== 0) return {}
  const owner = statSync(dataFolder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return firstNamedAccount(readFileSync('/etc/passwd', 'utf8'))
}

export function firstNamedAccount(passwd: string): Account {
  for (const name of preferredNames) {
    const fields = passwd
      .split('\n')
      .find(line => line.startsWith(`${name}:`))
      ?.split(':')
    // macOS writes nobody as -2; the kernel counts it from the other end.
    if (fields) return { uid: Number(fields[2]) >>> 0, gid: Number(fields[3]) >>> 0 }
  }
  throw new ClusterProblem(
    'no-user',
    'PostgreSQL does not run as root and this machine has neither a user "postgres" nor ' +
      '"nobody"; start Doorstep as an ordinary user.',
  )
}

/** Asks the kernel itself, as that user, so that access lists and mounts count too. */
export function canEnter(account: Account, folder: string): boolean {
  if (account.uid === undefined) return true
  const asked = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  })
  return asked.status === 0
}
