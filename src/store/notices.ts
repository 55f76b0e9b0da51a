// How does one process learn that another wrote? By notices of the database, each a council's id.
import pg from 'pg'

const channel = 'doorstep'
/** Notices of one council within this time become one. */
const gatherMs = 250
const againMsMin = 250
const againMsMax = 10_000

export type Notices = {
  /** Something was kept for this council. Costs nothing now; the others hear soon. */
  tell(council: string): void
  /** Calls back for every notice, also of this process. What it gives back ends that. */
  onNotice(hear: (council: string) => void): () => void
  close(): Promise<void>
}

/** Listens from the first who asks on, on a connection of its own that mends itself. */
export function openNotices(url: string, send: (council: string) => Promise<void>): Notices {
  const hearers = new Set<(council: string) => void>()
  const gathered = new Map<string, NodeJS.Timeout>()
  const ear = makeEar(url, council => {
    for (const hear of hearers) hear(council)
  })
  return {
    tell(council) {
      if (gathered.has(council)) return
      const timer = setTimeout(() => {
        gathered.delete(council)
        // A notice is a kindness: who misses it looks by itself.
        send(council).catch(() => {})
      }, gatherMs)
      gathered.set(council, timer.unref())
    },
    onNotice(hear) {
      hearers.add(hear)
      ear.open()
      return () => hearers.delete(hear)
    },
    async close() {
      for (const timer of gathered.values()) clearTimeout(timer)
      await ear.close()
    },
  }
}

/** One connection that listens. */
function makeEar(url: string, hear: (council: string) => void) {
  let client: pg.Client | undefined
  let isOver = false
  let waitMs = againMsMin
  function connect() {
    const fresh = new pg.Client({ connectionString: url })
    client = fresh
    fresh.on('notification', ({ payload }) => payload && hear(payload))
    fresh.on('error', () => {})
    fresh.once('end', again)
    fresh
      .connect()
      .then(() => fresh.query(`listen ${channel}`))
      .then(() => {
        waitMs = againMsMin
      })
      .catch(() => fresh.end().catch(again))
  }
  function again() {
    if (isOver) return
    setTimeout(() => !isOver && connect(), waitMs).unref()
    waitMs = Math.min(waitMs * 2, againMsMax)
  }
  return {
    open() {
      if (!client && !isOver) connect()
    },
    async close() {
      isOver = true
      await client?.end().catch(() => {})
    },
  }
}

export const noticeStatement = `select pg_notify('${channel}', $1)`
