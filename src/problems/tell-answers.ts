// An answer goes to everybody who told of the problem, once each, however often it is tried.
import { systemId } from '../access/index.ts'
import { listCouncils, type Task } from '../events/index.ts'
import { minuteMs } from '../kernel/clock.ts'
import { deliverSoon, tellOnce } from '../messages/index.ts'
import type { Node } from '../node.ts'
import { problemMail } from './pages/mail-strings.ts'
import { untoldOf } from './store/untold.ts'

export async function tellAnswers(node: Node, council: string): Promise<number> {
  const now = node.clock.now()
  const told = await node.store.transaction({ council, actor: systemId }, async tx => {
    const untold = await untoldOf(tx, council, now)
    const tellings = untold.map(({ root, answers, user }) => ({
      about: root,
      news: `answer ${answers}`,
      user,
      words: problemMail,
    }))
    return tellOnce(tx, { council, now }, tellings)
  })
  if (told > 0) deliverSoon(node, council)
  return told
}

export const tellsAnswers: Task = {
  name: 'problems.tell',
  everyMs: minuteMs,
  async run(node) {
    for (const { id } of await listCouncils(node)) await tellAnswers(node, id)
  },
}
