// The database went away in the middle of the work: was it the disk?
import { statfsSync } from 'node:fs'
import { findHome } from './home.ts'
import { ClusterProblem, diskFull } from './problem.ts'

const diskFullCode = '53100'
const lossCodes = ['57P01', '57P02', '57P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT']
const lossMessage = 'Connection terminated'
/** PostgreSQL writes its log in pieces of 16 MB, and stops when the next one finds no room. */
const roomBytesMin = 32 * 1024 * 1024

/** A sentence for whoever started it; any other error is given back. */
export function explainLoss(error: unknown, dataDir: string): unknown {
  const { code = '', message = '', syscall = '' } = (error ?? {}) as NodeJS.ErrnoException
  if (code === diskFullCode) return diskFull(dataDir)
  const isFromSocket = ['read', 'write', 'connect', ''].includes(syscall)
  const isLost = (lossCodes.includes(code) && isFromSocket) || message.startsWith(lossMessage)
  if (!isLost) return error
  const { path } = findHome(dataDir)
  const { bavail, bsize } = statfsSync(path)
  if (bavail * bsize < roomBytesMin) return diskFull(path)
  return new ClusterProblem(
    'stopped',
    `The database in ${path} stopped in the middle of the work; what was confirmed is kept. ` +
      'Start Doorstep again; the reason is at the end of postgresql.log in that folder.',
  )
}
