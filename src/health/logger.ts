// What is written down of every request and every fault? One JSON line each, to standard error.
import { destination, type Logger, pino, stdTimeFunctions } from 'pino'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export function isLogLevel(text: string): text is LogLevel {
  return logLevels.some(level => level === text)
}

export type Log = {
  fault(error: unknown, reference: string): void
  taskFailed(task: string, error: unknown): void
  heard(request: { readonly route: string; readonly status: number }): void
}

export function makeLogger(level: LogLevel): Log {
  const stderr = 2
  const logger = pino(
    { base: null, level, timestamp: stdTimeFunctions.isoTime },
    destination(stderr),
  )
  return {
    fault: (error, reference) => logger.error({ reference, ...kindOf(error) }, 'request failed'),
    taskFailed: (task, error) => logger.error({ task, ...kindOf(error) }, 'task failed'),
    heard: request => logRequest(logger, request),
  }
}

/** Those who watch over us and who load pictures ask too often to be told each time. */
const quietRoutes = ['/livez', '/readyz', '/assets/*']
const serverFault = 500

function logRequest(logger: Logger, request: { route: string; status: number }): void {
  const isQuiet = quietRoutes.includes(request.route) || request.route.startsWith('/assets/')
  const usual = isQuiet ? 'debug' : 'info'
  logger[request.status >= serverFault ? 'warn' : usual](request, 'request')
}

/** Where it broke, without what it said: messages of the database may quote what was typed. */
function kindOf(error: unknown): { kind: string; at: string } {
  const { name, stack } = error as Error
  const line = stack?.split('\n').find(one => one.includes('    at '))
  return { kind: name, at: line?.trim() ?? 'unknown' }
}
