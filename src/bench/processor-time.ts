// How long may a search take, where other work shares the machine? Processor time of its own thread
// is what it had; on a machine of its own that is the time by the clock.
import type { Budget } from '../routing/index.ts'

export function processorMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

export function within(ms: number): Budget {
  const startedMs = processorMs()
  return () => (processorMs() - startedMs) / ms
}
