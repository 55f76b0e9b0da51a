// The door of notices: other systems are told what happens, signed, in order, with nothing lost.
import { type RoleName, roleNames, systemId } from '../access/index.ts'
import { bind, type Capability, capability, listCouncils } from '../events/index.ts'
import { hourMs, secondMs } from '../kernel/clock.ts'
import type { Node } from '../node.ts'
import { addMenuCount } from '../web/menu-counts.ts'
import { deliverNotices } from './deliver.ts'
import { addSubscription, readPermission } from './domain/add-subscription.ts'
import * as changes from './domain/change-subscription.ts'
import * as events from './domain/events.ts'
import { setHosts } from './domain/set-hosts.ts'
import { routes } from './pages/routes.ts'
import { loopbackIsAllowed } from './send/network.ts'
import { pruneDeliveries } from './store/deliveries.ts'
import { project } from './store/project.ts'
import { noticeSecretColumn } from './store/secrets.ts'
import { countStopped, listHosts, loadSubscription } from './store/subscriptions.ts'
import { holdAll } from './store/turns.ts'

export { deliverNotices } from './deliver.ts'
export { setHosts } from './domain/set-hosts.ts'
export { subscribe } from './subscribe.ts'

const { pauseReasons: _pause, endReasons: _end, ...kinds } = events
const own = Object.values(kinds)

addMenuCount({ href: '/tokens', may: 'notices.administer', count: countStopped })

/** `others` say which kinds of events there are, and which roles may read them. */
export function noticesOf(others: readonly Capability[]): Capability {
  const knownKinds = [...others.flatMap(one => one.events), ...own].map(({ kind }) => kind)
  const roles = rolesThatRead(others)
  return capability({
    name: 'notices',
    events: own,
    commands: [
      bind(addSubscription, async (tx, { place }, { actor }) => {
        const rules = {
          hosts: await listHosts(tx, actor.council),
          allowsLoopback: loopbackIsAllowed(),
        }
        return { state: { rules, knownKinds, roles }, place }
      }),
      bind(setHosts, async () => ({
        state: { allowsLoopback: loopbackIsAllowed() },
        place: null,
      })),
      bind(changes.pauseSubscription, loadSubscription),
      bind(changes.resumeSubscription, loadSubscription),
      bind(changes.endSubscription, loadSubscription),
      bind(changes.replay, loadSubscription),
      bind(changes.rotateSecret, loadSubscription),
    ],
    project,
    readModels: ['notice_subscriptions', 'notice_hosts'],
    permissions: { 'notices.administer': ['system-administrator'] },
    routes,
    tasks: [
      { name: 'notices.deliver', everyMs: secondMs, run: inEachCouncil(deliverNotices) },
      { name: 'notices.prune', everyMs: hourMs, run: inEachCouncil(prune) },
    ],
    secrets: [noticeSecretColumn],
    afterRestore: holdAll,
  })
}

function rolesThatRead(others: readonly Capability[]): readonly RoleName[] {
  const held = others.flatMap(one => one.permissions[readPermission] ?? [])
  return roleNames.filter(role => held.includes(role))
}

/** One council's trouble is not another's: all are served, then the first trouble is told. */
function inEachCouncil(work: (node: Node, council: string) => Promise<unknown>) {
  return async (node: Node) => {
    const councils = await listCouncils(node)
    const done = await Promise.allSettled(councils.map(({ id }) => work(node, id)))
    const failed = done.find(one => one.status === 'rejected')
    if (failed) throw failed.reason
  }
}

async function prune(node: Node, council: string): Promise<void> {
  const { clock, store } = node
  await store.transaction({ council, actor: systemId }, tx =>
    pruneDeliveries(tx, council, clock.now()),
  )
}
