// Every hour: each campaign under way follows its rule, so that nobody waits for somebody to press.
import { systemActor, systemId } from '../access/index.ts'
import { act, listCouncils } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import type { Node } from '../node.ts'
import { joinCohort } from './domain/join-cohort.ts'
import { rulesThatFollow } from './store/find-rule.ts'

export async function followCohorts(node: Node): Promise<void> {
  for (const { id: council } of await listCouncils(node)) {
    const campaigns = await node.store.transaction({ council, actor: systemId }, tx =>
      rulesThatFollow(tx, council, 'all'),
    )
    for (const { campaign } of campaigns) {
      await act(node, systemActor(council), joinCohort, { id: newId(), input: { campaign } })
    }
  }
}
