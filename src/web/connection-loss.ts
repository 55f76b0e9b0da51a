// Is it the database that does not answer, and if so, had the work already begun?

/**
 * `refused`: no connection was had, so nothing was saved. `broken`: it went away in the middle,
 * so a change may or may not be on the record.
 */
export type ConnectionLoss = 'refused' | 'broken'

const refusedCodes = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EHOSTUNREACH',
  'ETIMEDOUT',
]
/** Too many connections, starting up, and connections that were never made. */
const refusedStates = ['53300', '57P03', '08001', '08004']
const brokenCodes = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT']
/** Shut down by an administrator, crashed, and connections that failed. */
const brokenStates = ['57P01', '57P02', '08000', '08003', '08006']

/** The driver says these in words only. */
const refusedWords =
  /pool after calling end|driver has already been destroyed|(due to|exceeded when).*connect/
const brokenWords = /^Connection terminated|^Client was closed|Client has encountered a connection/

export function connectionLoss(error: unknown): ConnectionLoss | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  const isDriver = !('code' in error) || error.code === undefined
  if (refusedStates.includes(code) || isConnecting(error, code)) return 'refused'
  if (isDriver && refusedWords.test(error.message)) return 'refused'
  if (brokenStates.includes(code) || brokenCodes.includes(code)) return 'broken'
  return isDriver && brokenWords.test(error.message) ? 'broken' : undefined
}

/** A file that is missing has the code of a socket that is: the call tells them apart. */
function isConnecting(error: Error, code: string): boolean {
  if (!refusedCodes.includes(code)) return false
  const call = 'syscall' in error ? error.syscall : undefined
  return error instanceof AggregateError || call === 'connect' || call === 'getaddrinfo'
}
