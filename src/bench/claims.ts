// Two volunteers say yes to one job at the same moment: does exactly one win, every time?

import type { Actor } from '../access/index.ts'
import { addUser, grantsOf, systemActor } from '../access/index.ts'
import { openDatabase } from '../cli/database.ts'
import { act, foundCouncil } from '../events/index.ts'
import { claimJob, offerJob } from '../jobs/index.ts'
import { hourMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { openNode } from '../main.ts'
import type { Node } from '../node.ts'
import { addPlaces } from '../places/index.ts'
import { addVolunteer } from '../volunteers/index.ts'
import type { Bench } from './bench.ts'

const racesUsual = 10_000
const council = 'claims'
const jobsMax = 20

export const bench: Bench = async ({ seed, count, dataDir, io }) => {
  const races = count ?? racesUsual
  const database = await openDatabase(dataDir, { isServer: true, url: undefined })
  const node = await openNode(database)
  const progress = io.progress('Races', races)
  try {
    const place = await makeVillage(node)
    const found = { one: 0, none: 0, both: 0, other: 0 }
    const startedMs = performance.now()
    let pair: readonly Actor[] = []
    for (let race = 0; race < races; race++) {
      // Nobody holds more than their limit: others come in time.
      if (race % jobsMax === 0) pair = [await addHelper(node, place), await addHelper(node, place)]
      found[await raceOf(node, { place, pair })]++
      progress.update(race + 1)
    }
    const seconds = (performance.now() - startedMs) / 1000
    const exactly = (value: number) => ({ is: 'exactly', value }) as const
    return {
      name: 'claims',
      load: `${races} jobs, two volunteers at once for each`,
      seed,
      figures: [
        {
          measure: 'one wins, the other hears that it is taken',
          figure: found.one,
          unit: 'races',
          target: exactly(races),
        },
        { measure: 'both win', figure: found.both, unit: 'races', target: exactly(0) },
        { measure: 'nobody wins', figure: found.none, unit: 'races', target: exactly(0) },
        {
          measure: 'somebody hears anything else',
          figure: found.other,
          unit: 'races',
          target: exactly(0),
        },
        { measure: 'races a second', figure: races / seconds, unit: '/s' },
      ],
    }
  } finally {
    progress.end()
    await node.store.close()
    await database.stop()
  }
}

type Race = { readonly place: Id; readonly pair: readonly Actor[] }

async function raceOf(
  node: Node,
  { place, pair }: Race,
): Promise<'one' | 'none' | 'both' | 'other'> {
  const job = newId()
  const what = { kind: 'hub-shift', urgency: 'today', size: 'small', care: [], need: null }
  const when = { startAt: null, dueAt: node.clock.now() + hourMs }
  const input = { job, person: null, place, ...what, ...when, items: '', from: '', safety: '' }
  await sure(node, systemActor(council), { command: offerJob, input })
  const said = await Promise.all(
    pair.map(actor => act(node, actor, claimJob, { id: newId(), input: { job } })),
  )
  const refusals = said.filter(isRefusal)
  if (refusals.some(({ refused }) => refused !== 'already-taken')) return 'other'
  if (refusals.length === 1) return 'one'
  return refusals.length === 0 ? 'both' : 'none'
}

async function makeVillage(node: Node): Promise<Id> {
  await foundCouncil(node, { id: council, name: 'Claims', gss: null, practice: true })
  const [district, village] = [newId(), newId()]
  const bare = { gss: null, postcodes: [] }
  const places = [
    { place: district, kind: 'district', parent: null, name: 'Claims', ...bare },
    { place: village, kind: 'village', parent: district, name: 'Claims', ...bare },
  ]
  const input = { places, dwellings: [] }
  await sure(node, systemActor(council), { command: addPlaces, input })
  return village
}

async function addHelper(node: Node, place: Id): Promise<Actor> {
  const user = newId()
  const system = systemActor(council)
  const grants = [{ role: 'volunteer', place, purpose: 'a race', until: null }]
  const invited = { user, name: 'Volunteer', email: null, grants }
  await sure(node, system, { command: addUser, input: invited })
  const checks = { vetting: 'basic', training: [], transport: [], jobsMax, keptFrom: [] }
  const about = { name: 'Volunteer', phone: '', skills: [], languages: [], ...checks }
  const input = { volunteer: newId(), place, user, ...about }
  await sure(node, system, { command: addVolunteer, input })
  const held = await node.store.transaction({ council, actor: user }, tx =>
    grantsOf(tx, council, user),
  )
  return { council, id: user, name: '', grants: held, isSystem: false, session: null }
}

type Asked = { readonly command: { readonly name: string }; readonly input: object }

async function sure(node: Node, actor: Actor, { command, input }: Asked): Promise<void> {
  const done = await act(node, actor, command, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`Broken: ${command.name} was refused: ${done.refused}`)
}
