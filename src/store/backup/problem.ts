// What can be wrong with a backup, in words for the person who makes it or needs it?
import { ClusterProblem, diskFull } from '../cluster/problem.ts'

export type BackupProblemCode =
  | 'backup-missing'
  | 'backup-exists'
  | 'backup-unreadable'
  | 'backup-unfinished'
  | 'backup-altered'
  | 'backup-newer'
  | 'backup-elsewhere'
  | 'target-not-empty'
  | 'nothing-to-back-up'
  | 'erasures-unreadable'

/** Expected trouble: the message is one plain sentence. */
export class BackupProblem extends Error {
  readonly code: BackupProblemCode

  constructor(code: BackupProblemCode, message: string) {
    super(message)
    this.name = 'BackupProblem'
    this.code = code
  }
}

/** What the operating system says about the file, as a sentence; other errors pass. */
export function fileProblem(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException)?.code ?? ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(file)
  if (code === 'ENOENT') {
    return new BackupProblem('backup-missing', `There is no file or folder ${file}.`)
  }
  if (code === 'EEXIST') {
    return new BackupProblem(
      'backup-exists',
      `The file ${file} is there already; give the backup another name.`,
    )
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR'].includes(code)) {
    return new ClusterProblem('not-writable', `Doorstep may not use the file ${file}.`)
  }
  return error
}

export function unreadable(file: string): BackupProblem {
  return new BackupProblem('backup-unreadable', `The file ${file} is no backup of Doorstep.`)
}

export function unfinished(file: string): BackupProblem {
  return new BackupProblem(
    'backup-unfinished',
    `The backup ${file} ends too early: it was never finished, or the copy of it was cut short.`,
  )
}

export function altered(file: string): BackupProblem {
  return new BackupProblem(
    'backup-altered',
    `The backup ${file} was damaged or changed after it was made; use another one.`,
  )
}
