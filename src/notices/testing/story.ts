// Two villages in which things happen, and another system that is told of them.
import type { RoleName } from '../../access/index.ts'
import { act, actInBulk } from '../../events/index.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { addPlaces, organisationAdded } from '../../places/index.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { setHosts } from '../domain/set-hosts.ts'
import { subscribe } from '../subscribe.ts'
import type { Receiver } from './receiver.ts'

export type Story = {
  readonly t: TestNode
  readonly villages: readonly [Id, Id]
  /** So many shops open in a village: one event each. */
  happen(village: Id, count: number): Promise<void>
  subscribe(to: Receiver, more?: Subscribing): Promise<{ subscription: Id; secret: string }>
}

type Subscribing = { kinds?: string[]; role?: RoleName; place?: Id | null; name?: string }

/** The clock shows the real time, as receivers look at theirs. */
export async function makeStory(): Promise<Story> {
  const t = await makeTestNode()
  t.clock.turnTo(Date.now())
  const [own, next] = await addVillages(t)
  const administrator = await t.actorWith('system-administrator')
  const hosts = new Set<string>()
  return {
    t,
    villages: [own, next],
    async happen(village, count) {
      const drafts = Array.from({ length: count }, () =>
        organisationAdded({
          subjects: [],
          place: village,
          body: { organisation: newId(), kind: 'shop' },
          words: { name: 'Qzshopname', phone: null },
        }),
      )
      await actInBulk(t.node, t.system, {
        id: newId(),
        name: 'test.put',
        contentHash: new Uint8Array(32),
        async work(_tx, append) {
          await append(drafts)
          return {}
        },
      })
    },
    async subscribe(to, { kinds = ['places.*'], role = 'officer', place = null, name } = {}) {
      hosts.add(to.host)
      const list = { id: newId(), input: { hosts: [...hosts] } }
      const listed = await act(t.node, administrator, setHosts, list)
      const made = await subscribe(t.node, administrator, {
        ...{ command: newId(), name: name ?? 'Telecare bridge', address: to.address },
        ...{ kinds, role, place, purpose: 'testing' },
      })
      if (isRefusal(listed) || isRefusal(made) || !made.secret) throw new Error('not subscribed')
      to.trust(made.secret)
      return { subscription: made.subscription, secret: made.secret }
    },
  }
}

async function addVillages(t: TestNode): Promise<[Id, Id]> {
  const [district, own, next] = [newId(), newId(), newId()]
  const place = (id: Id, name: string, parent: Id | null) => {
    const kind = parent ? ('village' as const) : ('district' as const)
    return { place: id, kind, parent, name, gss: null, postcodes: [] }
  }
  const places = [
    place(district, 'South Vale', null),
    place(own, 'Ashwick', district),
    place(next, 'Birchley', district),
  ]
  const done = await act(t.node, t.system, addPlaces, {
    id: newId(),
    input: { places, dwellings: [] },
  })
  if (isRefusal(done)) throw new Error(`no places: ${done.refused}`)
  return [own, next]
}
