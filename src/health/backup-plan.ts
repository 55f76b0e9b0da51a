// Where do the backups of this machine go, when, and how many are kept? Said at the start.
import { join } from 'node:path'
import { z } from 'zod'
import type { Node } from '../node.ts'

export type BackupPlan = {
  readonly folder: string
  /** Hour of the day in Europe/London. */
  readonly hour: number
  readonly keep: number
}

export const planVariables = ['DOORSTEP_BACKUP_DIR', 'DOORSTEP_BACKUP_HOUR', 'DOORSTEP_BACKUP_KEEP']
const off = 'off'

/** Article 5 and the erasure list agree on it: a backup is gone before 35 days are over. */
const keepMax = 35

const Settings = z.object({
  DOORSTEP_BACKUP_DIR: z.string().min(1).optional(),
  DOORSTEP_BACKUP_HOUR: z.coerce.number().int().min(0).max(23).default(3),
  DOORSTEP_BACKUP_KEEP: z.coerce.number().int().min(1).max(keepMax).default(14),
})

/**
 * Our own database is backed up beside its data unless that is switched off; another database
 * only where a folder is named, because somebody else may look after it.
 */
export function readPlan(
  env: NodeJS.ProcessEnv,
  dataDir: string | undefined,
): BackupPlan | undefined | { readonly wrong: string } {
  const read = Settings.safeParse(env)
  if (!read.success) return { wrong: String(read.error.issues[0]?.path[0]) }
  const { DOORSTEP_BACKUP_DIR: named, DOORSTEP_BACKUP_HOUR: hour } = read.data
  const folder = named ?? (dataDir && join(dataDir, 'backups'))
  if (!folder || named === off) return undefined
  return { folder, hour, keep: read.data.DOORSTEP_BACKUP_KEEP }
}

const plans = new WeakMap<Node, BackupPlan>()

export function planBackups(node: Node, plan: BackupPlan): void {
  plans.set(node, plan)
}

export function backupPlan(node: Node): BackupPlan | undefined {
  return plans.get(node)
}
