// The words of the Health page.
import { defineStrings } from '../../pages/strings/index.ts'
import type { Trouble } from '../domain/troubles.ts'

const troubles: Record<Trouble, string> = {
  'other-shape':
    'The database was made by another version of Doorstep. Stop this process and start the same ' +
    'version everywhere.',
  'secrets-locked':
    'The key of kept secrets is missing: nobody comes in by a council account, and no mail or ' +
    'notice leaves. Put secrets.key back where the data is, or enter the secrets again.',
  'disk-nearly-full': 'A disk has less than 2 GB free. Make room before it is full.',
  'backup-failed': 'The last scheduled backup failed or did not read back whole.',
  'backup-old': 'There is no proven backup of the last 26 hours.',
  'no-backup-planned':
    'No backup is scheduled here. Set DOORSTEP_BACKUP_DIR, or see to it elsewhere.',
  'clock-wrong': 'The clocks of this machine and of its database differ by more than 2 seconds.',
  'task-failing': 'A task failed the last time it ran. The log has a line for it.',
  'messages-waiting': 'A message has waited to be sent for over an hour. Look at Messages.',
  'connections-short': 'The database has few connections left.',
}

const units = ['bytes', 'kB', 'MB', 'GB', 'TB']

const gauges: Readonly<Record<string, string>> = {
  reach_oldest_unreached_days: 'Longest wait of somebody not reached, in days',
  messages_oldest_unsent_seconds: 'Longest wait of a message, in seconds',
  messages_waiting: 'Messages that wait',
  messages_failed: 'Messages not delivered in 30 days',
  standstill_not_safe_home: 'Not known to be safe home where all was stopped',
  escalations_late: 'Questions that are late at their level',
  escalations_nobody_is_director: 'Nobody is named as director (1 is yes)',
  problems_late: 'Problems that nobody took or answered in time',
  lists_rows_late: 'Held rows that nobody decided in time',
}

/** By their names in the code; a new one is shown by that. */
const taskNames: Readonly<Record<string, string>> = {
  backup: 'Backup, and the list of erasures',
  'messages.deliver': 'Sending messages',
  'sign-in.prune': 'Forgetting old sign-ins',
  'geography.drop-forgotten': 'Throwing away files of places that nobody loaded',
  'notices.deliver': 'Notices to other systems',
  'notices.prune': 'Forgetting old notices',
  'standstill.tell': 'Telling of places where all is stopped',
  'escalations.climb': 'Passing up questions that are late',
  'problems.tell': 'Telling those who told of a problem its answer',
  'oversight.tell': 'Questions to the data protection officer',
  'lists.destroy-files': 'Destroying files of lists whose time is over',
}

export const healthStrings = defineStrings('health', {
  en: {
    title: 'Health',
    well: 'Everything is well',
    troubled: (n: number) => (n === 1 ? '1 thing needs you' : `${n} things need you`),
    asOf: (at: string) => `As of ${at}. Other programs read the same as metrics.`,
    troubles,
    gauges,
    backups: 'Backups',
    backupsNone: 'No scheduled backup has been made yet.',
    backupsOff: 'No backup is scheduled.',
    plan: (hour: string, keep: string, folder: string) =>
      `Each day from ${hour}, the last ${keep} are kept in ${folder}.`,
    day: 'Made',
    proof: 'Read back',
    rows: 'Rows',
    size: 'Size',
    sizes: (n: string, unit: number) => `${n} ${units[unit]}`,
    holds: 'Every digest holds',
    broken: (code: string) => `Failed: ${code}`,
    machine: 'This machine',
    version: 'Doorstep',
    since: 'Serving since',
    runtime: 'Node',
    disk: (folder: string) => `Free on the disk of ${folder}`,
    free: (free: string, size: string) => `${free} of ${size}`,
    drift: 'Clock of the database against ours',
    milliseconds: (n: string) => `${n} ms`,
    database: 'Database',
    postgresql: 'PostgreSQL',
    bytes: 'Size of the database',
    connections: 'Connections in use',
    of: (n: string, most: string) => `${n} of ${most}`,
    pool: 'Connections of this process',
    poolOf: (open: string, most: string, waiting: string) =>
      `${open} of ${most}, ${waiting} waiting`,
    migrations: 'Changes of shape that have run',
    missing: 'Not run yet',
    unknown: 'Run by another version',
    council: 'This council',
    head: 'Last entry of the log',
    headOf: (seq: string, at: string) => `${seq}, ${at}`,
    hash: 'Its hash begins with',
    hashOf: (letters: string) => letters,
    tasks: 'What Doorstep does by itself',
    tasksNone: 'No task has run since this process started.',
    names: taskNames,
    task: 'Task',
    lastRun: 'Last run',
    took: 'Took',
    failures: 'Failures since start',
  },
})
