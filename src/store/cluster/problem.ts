// What can be wrong with the embedded database, in words for the person who started it?

export type ClusterProblemCode =
  | 'already-running'
  | 'other-version'
  | 'disk-full'
  | 'not-writable'
  | 'no-binaries'
  | 'no-user'
  | 'data-missing'
  | 'did-not-start'
  | 'stopped'

/** Expected trouble: the message is one plain sentence saying what is wrong and what to do. */
export class ClusterProblem extends Error {
  readonly code: ClusterProblemCode

  constructor(code: ClusterProblemCode, message: string) {
    super(message)
    this.name = 'ClusterProblem'
    this.code = code
  }
}

/** Turns what the operating system says about a folder into a sentence; other errors pass. */
export function folderProblem(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException)?.code ?? ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder)
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST'].includes(code)) {
    return new ClusterProblem(
      'not-writable',
      `Doorstep cannot write in the folder ${folder}; ` +
        'make it writable for this user, or choose another folder with --data.',
    )
  }
  return error
}

export function diskFull(folder: string): ClusterProblem {
  return new ClusterProblem(
    'disk-full',
    `The disk that holds ${folder} is full; ` +
      'free some space, or choose a folder on another disk with --data.',
  )
}
