// Where do the backups of this machine go, when, and how many are kept? Said at the start.
import { join } from 'node:path'
import { z } from 'zod'

export type BackupPlan = {
  readonly folder: string
  /** Hour of the day in Europe/London. */
  readonly hour: number
  readonly keep: number
}

const off = 'off'

/** No erased person stays in a backup for longer than 35 days. */
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
