// Standing help becomes jobs a week ahead, each once, whoever looks and however often.
import { systemActor, systemId } from '../access/index.ts'
import { act, listCouncils, type Task } from '../events/index.ts'
import { hourMs } from '../kernel/clock.ts'
import { type Id, idFrom } from '../kernel/ids.ts'
import type { Node } from '../node.ts'
import { dueAhead, makeStanding } from './domain/standing.ts'
import { jobsAmong, openStandings } from './store/standing.ts'

/** The id is of the help and its day: never twice. */
export const standingJobId = (standing: Id, dueAt: number): Id =>
  idFrom('standing job', standing, `${dueAt}`)

/** How many jobs were made. */
export async function makeAhead(node: Node, council: string): Promise<number> {
  const now = node.clock.now()
  const wanted = await node.store.transaction({ council, actor: systemId }, async tx => {
    const due = (await openStandings(tx, council)).flatMap(one =>
      dueAhead(one, now).map(dueAt => ({
        ...{ standing: one.standing, dueAt },
        job: standingJobId(one.standing, dueAt),
      })),
    )
    const there = await jobsAmong(
      tx,
      council,
      due.map(({ job }) => job),
    )
    return due.filter(({ job }) => !there.has(job))
  })
  let made = 0
  for (const input of wanted) {
    const request = { id: idFrom('make standing', input.job), input }
    const done = await act(node, systemActor(council), makeStanding, request)
    if ('outcome' in done && done.outcome === 'accepted') made++
  }
  return made
}

export const makesAhead: Task = {
  name: 'jobs.make-ahead',
  everyMs: hourMs,
  async run(node) {
    for (const { id } of await listCouncils(node)) await makeAhead(node, id)
  },
}
