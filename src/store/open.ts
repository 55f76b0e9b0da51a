// How is the database reached? Only through a transaction bound to one council and one actor.
import type { Transaction } from 'kysely'
import pg from 'pg'
import { assert } from '../kernel/assert.ts'
import { type Manifest, writeBackup } from './backup/index.ts'
import { type Line, makeLine } from './line.ts'
import type { Migration } from './migrate.ts'
import { type Notices, noticeStatement, openNotices } from './notices.ts'
import { refreshStatistics } from './refresh-statistics.ts'
import type { DB } from './schema.ts'
import { type Keys, keysInMemory } from './secrets/index.ts'
import { compareShape, type Run, type Shape } from './shape.ts'
import { statementNames } from './statement-names.ts'

export type Tx = Transaction<DB>

/** For whom a transaction works. Row security and the audit both read it. */
export type Who = { readonly council: string; readonly actor: string }

export type TransactionOptions = {
  readonly readOnly?: boolean
  readonly isolation?: 'read committed' | 'repeatable read'
  /** Longest that one statement may run, in milliseconds. */
  readonly statementMsMax?: number
  /** Plans are made once, for any values: for statements whose best way never changes. */
  readonly isPlannedOnce?: boolean
  /** The work asks one statement: it goes with its beginning and its end in one message. */
  readonly isOneStatement?: boolean
}

export type Store = Pick<Notices, 'tell' | 'onNotice'> & {
  transaction<T>(who: Who, work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Has the database the shape that this program was made for? Throws where it is away. */
  shape(): Promise<Shape>
  connections(): Connections
  /** Ask after a bulk load: seconds at most, and nobody waits for it. */
  takeStock(): Promise<void>
  /** Everything into one file, from one moment, while people go on working. */
  backUp(file: string): Promise<Manifest>
  /** Of the secrets that stand in its tables. */
  readonly keys: Keys
  close(): Promise<void>
}

export type Connections = {
  readonly max: number
  readonly open: number
  readonly idle: number
  /** Those who ask and have none yet. */
  readonly waiting: number
}

export type StoreOptions = {
  readonly appUrl: string
  readonly adminUrl: string
  /** What must have run; without it any shape will do. */
  readonly migrations?: readonly Migration[]
  /** Without them secrets can be read by this process alone. */
  readonly keys?: Keys
}

const connectionsMax = 20
const int8 = 20

/** Opens the pool of app-role connections. Nothing outside this function sees a connection. */
export function openStore({ appUrl, adminUrl, migrations, keys }: StoreOptions): Store {
  pg.types.setTypeParser(int8, Number)
  const pool = new pg.Pool({ connectionString: appUrl, max: connectionsMax, pipeline: true })
  const nameOf = statementNames()
  const lines = new WeakMap<pg.PoolClient, Line>()
  const notices = openNotices(appUrl, async council => {
    await pool.query(noticeStatement, [council])
  })
  let closed: Promise<void> | undefined
  pool.on('connect', client => {
    lines.set(client, makeLine(client, nameOf))
    // Cut in the middle of a transaction: its query rejects, and that is what the caller hears.
    client.on('error', () => {})
  })
  pool.on('error', () => {
    // An idle connection that broke is replaced by the pool; the next query says so if it cannot.
  })
  return {
    async transaction(who, work, options = {}) {
      const client = await pool.connect()
      const line = lines.get(client)
      assert(line, 'every connection of the pool has its line')
      try {
        return await bound(line, { who, options }, work)
      } finally {
        client.release()
      }
    },
    async shape() {
      const { rows } = await pool.query<Run>('select name, checksum from doorstep.migrations')
      return compareShape(rows, migrations ?? [])
    },
    connections: () => ({
      max: connectionsMax,
      open: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    takeStock: () => refreshStatistics(adminUrl),
    backUp: file => writeBackup({ adminUrl, file }),
    tell: notices.tell,
    onNotice: notices.onNotice,
    keys: keys ?? keysInMemory(),
    close() {
      closed ??= notices.close().then(() => pool.end())
      return closed
    },
  }
}

type Bound = { readonly who: Who; readonly options: TransactionOptions }

/** The beginning leaves with the first statement of the work: nobody waits for it alone. */
async function bound<T>(
  line: Line,
  { who, options }: Bound,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const begun = begin(line, who, options)
  begun.catch(() => {})
  try {
    if (options.isOneStatement) line.endWithNext('commit')
    const result = await work(line.tx)
    await begun
    // PostgreSQL answers a commit with a rollback when a statement failed and nobody minded.
    const done = await line.say('commit')
    assert(done !== 'ROLLBACK', 'a transaction in which a statement failed is not kept')
    return result
  } catch (error) {
    // A connection that is gone has rolled back by itself; the pool replaces it.
    await line.say('rollback').catch(() => {})
    throw error
  }
}

/**
 * For whom, asked again and again in the same words so that it is read once. Statements run as
 * they are: before version 16 PostgreSQL holds a bound of ours for a dear plan, and compiles for
 * seconds what it then runs in milliseconds.
 */
async function begin(line: Line, { council, actor }: Who, options: TransactionOptions) {
  const { readOnly = false, isolation = 'read committed', statementMsMax = 0 } = options
  const mode = readOnly ? 'only' : 'write'
  const plans = options.isPlannedOnce ? 'force_generic_plan' : 'auto'
  const begun = line.say(`start transaction isolation level ${isolation} read ${mode}`)
  const settled = line.settle([council, actor, String(statementMsMax), plans])
  await Promise.all([begun, settled])
}
