// The door of health: is it well, is there a backup that holds, and what after a restore?
import { capability } from '../events/index.ts'
import { permission, showHealth } from './pages/health.tsx'
import { scheduledBackup } from './scheduled-backup.ts'

export { letGo, replayErasures } from './after-restore.ts'
export { type BackupPlan, readPlan } from './backup-plan.ts'
export { readErasures, writeErasures } from './erasure-list.ts'
export { isLogLevel, type LogLevel, logLevels, makeLogger } from './logger.ts'
export { type Machine, setMachine } from './machine.ts'
export { makeMetrics } from './metrics/metrics.ts'
export { serveMetrics } from './metrics/serve-metrics.ts'
export { erasuresBeside } from './scheduled-backup.ts'
export { sealSecrets } from './seal-secrets.ts'
export type { Erasure } from './store/erasures.ts'
export { tellOfRestore } from './tell-of-restore.ts'

export const health = capability({
  name: 'health',
  hasMigrations: false,
  permissions: { 'health.read': ['system-administrator'] },
  routes: [{ method: 'get', path: '/health', may: permission, handler: showHealth }],
  tasks: [scheduledBackup],
})
