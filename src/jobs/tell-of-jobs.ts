// Claims that ran out free themselves; whoever made a job hears that it is done or was not managed.
import { systemActor, systemId } from '../access/index.ts'
import { act, listCouncils, type Task } from '../events/index.ts'
import { minuteMs } from '../kernel/clock.ts'
import { idFrom } from '../kernel/ids.ts'
import { deliverSoon, tellOnce } from '../messages/index.ts'
import type { Node } from '../node.ts'
import { freeJob } from './domain/free-job.ts'
import { myJobStrings } from './pages/my-strings.ts'
import { jobStrings } from './pages/strings.ts'
import { openAsks } from './store/asks.ts'
import { endedLately, expiredClaims } from './store/waiting.ts'

/** How many were freed. The id of the command is of the claim: never twice. */
export async function freeClaims(node: Node, council: string): Promise<number> {
  const now = node.clock.now()
  const at = { council, actor: systemId }
  const late = await node.store.transaction(at, tx => expiredClaims(tx, council, now))
  let freed = 0
  for (const { job, claim } of late) {
    const request = { id: idFrom('free claim', job, claim), input: { job, claim } }
    const done = await act(node, systemActor(council), freeJob, request)
    if ('outcome' in done && done.outcome === 'accepted') freed++
  }
  return freed
}

/** Once each. No word says what the job was or for whom. */
export async function tellOfJobs(node: Node, council: string): Promise<number> {
  const now = node.clock.now()
  const told = await node.store.transaction({ council, actor: systemId }, async tx => {
    const ended = await endedLately(tx, council, now)
    const tellings = ended.map(({ job, user, isDone }) => ({
      about: job,
      news: isDone ? 'job done' : 'job failed',
      user,
      words: (lang: 'en' | 'cy') => {
        const t = jobStrings(lang)
        return { subject: isDone ? t.mailDone : t.mailFailed, body: t.mailBody }
      },
    }))
    return tellOnce(tx, { council, now }, tellings)
  })
  if (told > 0) deliverSoon(node, council)
  return told
}

/** Whoever is asked by name and signs in hears of it once; the rest are rung. */
export async function tellAsked(node: Node, council: string): Promise<number> {
  const now = node.clock.now()
  const told = await node.store.transaction({ council, actor: systemId }, async tx => {
    const tellings = (await openAsks(tx, council, now)).map(({ ask, user }) => ({
      ...{ about: ask, news: 'asked for a job', user },
      words: (lang: 'en' | 'cy') => {
        const t = myJobStrings(lang)
        return { subject: t.mailSubject, body: t.mailBody }
      },
    }))
    return tellOnce(tx, { council, now }, tellings)
  })
  if (told > 0) deliverSoon(node, council)
  return told
}

export const watchesJobs: Task = {
  name: 'jobs.watch',
  everyMs: minuteMs,
  async run(node) {
    for (const { id } of await listCouncils(node)) {
      await freeClaims(node, id)
      await tellOfJobs(node, id)
      await tellAsked(node, id)
    }
  },
}
