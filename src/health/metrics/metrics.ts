// How is this process, and how are its councils? In the text form that operators collect.
//
// Labels are names from closed lists: methods, routes as written, commands, tasks, councils. Never
// an id, an address or a word that somebody typed.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { systemId } from '../../access/index.ts'
import { listCouncils, watch } from '../../events/index.ts'
import { secondMs } from '../../kernel/clock.ts'
import type { Node } from '../../node.ts'
import { productVersion } from '../../store/version.ts'
import { machineOf } from '../machine.ts'
import { listProofs } from '../scheduled-backup.ts'
import { logHead } from '../store/facts.ts'

export type Metrics = {
  heard(request: { method: string; route: string; status: number; ms: number }): void
  /** Everything, as text. Figures of councils are counted again after a while only. */
  text(): Promise<string>
  readonly contentType: string
  close(): void
}

const requestSeconds = [0.01, 0.025, 0.05, 0.1, 0.15, 0.3, 0.5, 1, 2.5, 5, 10]
const keptMs = 15 * secondMs

export function makeMetrics(node: Node): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'doorstep_http_request_seconds',
    help: 'Time from a request to its answer, by route as it is written.',
    labelNames: ['method', 'route', 'status'],
    buckets: requestSeconds,
    registers,
  })
  const commands = new Histogram({
    name: 'doorstep_command_seconds',
    help: 'Time that a command took, by its name and outcome.',
    labelNames: ['command', 'outcome'],
    buckets: requestSeconds,
    registers,
  })
  const tasks = new Counter({
    name: 'doorstep_task_runs_total',
    help: 'Runs of work that Doorstep does by itself.',
    labelNames: ['task', 'outcome'],
    registers,
  })
  addProcess(node, registers)
  const refresh = councilGauges(node, registers)
  const unwatch = watch(node, {
    command: (command, outcome, ms) => commands.observe({ command, outcome }, ms / secondMs),
    task: (task, outcome) => tasks.inc({ task, outcome }),
  })
  return {
    heard: ({ method, route, status, ms }) =>
      requests.observe({ method, route, status }, ms / secondMs),
    async text() {
      await refresh()
      return registry.metrics()
    },
    contentType: registry.contentType,
    close() {
      unwatch()
      registry.clear()
    },
  }
}

function addProcess(node: Node, registers: Registry[]): void {
  const info = { name: 'doorstep_info', help: 'Which Doorstep this is.' }
  new Gauge({ ...info, labelNames: ['version'], registers }).set({ version: productVersion }, 1)
  new Gauge({
    name: 'doorstep_database_connections',
    help: 'Connections of the pool of this process; waiting are those who ask and have none.',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, n] of Object.entries(node.store.connections())) this.set({ state }, n)
    },
  })
  new Gauge({
    name: 'doorstep_backup_age_seconds',
    help: 'Age of the last scheduled backup whose digests were read back; -1 without one.',
    registers,
    collect() {
      const plan = machineOf(node).backups
      const last = plan && listProofs(plan).find(({ holds }) => holds)
      this.set(last ? (node.clock.now() - Date.parse(last.at)) / secondMs : -1)
    },
  })
}

/** One gauge for each that a capability brings, and where the logs end. */
function councilGauges(node: Node, registers: Registry[]): () => Promise<void> {
  const labelNames = ['council']
  const wanted = node.registry.capabilities.flatMap(({ gauges }) => gauges)
  const all = [{ name: 'log_seq', help: 'Last number in the log.', of: logHead }, ...wanted].map(
    ({ name, help, of }) => ({
      of,
      gauge: new Gauge({ name: `doorstep_${name}`, help, labelNames, registers }),
    }),
  )
  const isUp = new Gauge({
    name: 'doorstep_database_up',
    help: '1 if the database answered when figures were last counted.',
    registers,
  })
  let countedAt = Number.NEGATIVE_INFINITY
  return async () => {
    if (performance.now() - countedAt < keptMs) return
    countedAt = performance.now()
    try {
      for (const { id: council } of await listCouncils(node)) {
        const now = new Date(node.clock.now())
        await node.store.transaction({ council, actor: systemId }, async tx => {
          for (const { of, gauge } of all) gauge.set({ council }, await of(tx, council, now))
        })
      }
      isUp.set(1)
    } catch {
      isUp.set(0)
    }
  }
}
