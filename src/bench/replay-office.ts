// What does the office do in the replay besides ringing? Lists, rows that were held, reports,
// worries, people who ring us, records that were joined too soon, and staff who come and go.
import { sql } from 'kysely'
import { disableUser } from '../access/index.ts'
import { endConcern, takeConcern } from '../concerns/index.ts'
import type { ListFile } from '../demo/generate/index.ts'
import { loadList } from '../demo/load-lists.ts'
import { demoActor } from '../demo/loading.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { londonDate, londonMinutes } from '../kernel/london.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { decideHeld, spl } from '../lists/index.ts'
import { confirmReport, mergePeople, raiseFlag, unmergePeople } from '../people/index.ts'
import { handOverCampaign } from '../reach/index.ts'
import type { Chance } from './chance.ts'
import { needsBy, record } from './replay-callers.ts'
import { chanceOf, fateOf } from './replay-luck.ts'
import {
  aManager,
  ask,
  campaign,
  council,
  dateOf,
  hire,
  must,
  round,
  rowsOf,
  type World,
  working,
} from './replay-world.ts'

export type Job = { readonly minutes: number; run(world: World): Promise<void> }

export function officeToday(world: World): Job[] {
  const { day } = world
  const jobs: Job[] = [
    { minutes: 500, run: decideRows },
    { minutes: 640, run: takeInbound },
    { minutes: 700, run: joinTwo },
    { minutes: 800, run: partThem },
    { minutes: 900, run: endConcerns },
    { minutes: 990, run: confirmReports },
  ]
  const lists = listsOf(world).map(file => ({
    minutes: londonMinutes(Date.parse(file.receivedAt)),
    run: () => loadList(world.loading, file),
  }))
  if (day === 0) jobs.push({ minutes: 520, run: sayWhoLivesAlone })
  return [...lists, ...jobs, ...staffJobs(day)]
}

function listsOf(world: World): readonly ListFile[] {
  const date = dateOf(world)
  return world.files.filter(one => londonDate(Date.parse(one.receivedAt)) === date)
}

/** A caller goes home ill in the middle of a day, one comes, and who runs it all leaves. */
function staffJobs(day: number): Job[] {
  const leave = (role: 'call-handler' | 'hub-manager'): Job['run'] => {
    return async world => {
      const [ref, actor] = [...world.actors].find(([, one]) =>
        one.grants.some(grant => grant.role === role),
      ) ?? ['', undefined]
      if (!actor) return
      await must(world, demoActor(), [disableUser, { user: actor.id }])
      world.actors.delete(ref)
    }
  }
  const come = (role: 'call-handler' | 'hub-manager'): Job['run'] => {
    return async world => void (await hire(world, role, `${role} of day ${day + 1}`))
  }
  const name: Job['run'] = world => {
    const manager = aManager(world)
    return must(world, manager, [handOverCampaign, { campaign, answerable: manager.id }])
  }
  const jobs: Readonly<Record<number, Job[]>> = {
    2: [{ minutes: 780, run: leave('call-handler') }],
    3: [{ minutes: 530, run: come('call-handler') }],
    6: [
      { minutes: 525, run: come('hub-manager') },
      { minutes: 735, run: leave('hub-manager') },
    ],
    8: [{ minutes: 545, run: name }],
  }
  return jobs[day] ?? []
}

/** Some held rows wait for another day; of the others a few are left out. */
async function decideRows(world: World): Promise<void> {
  const held = await rowsOf(
    world,
    sql<{ entry: Id; candidates: readonly Id[]; nhs: string | null }>`
      select id as entry, candidates, facts ->> 'nhsNumber' as nhs from list_entries
      where council = ${council} and list = ${spl.id} and state = 'held' order by id`,
  )
  for (const { entry, candidates, nhs } of held) {
    const chance = chanceOf(world.seed, 'held', nhs ?? entry, world.day)
    if (chance() < 0.3) continue
    const [person = null] = candidates
    const known = person === null ? 'load' : 'same-person'
    const decision = chance() < 0.9 ? known : 'leave-out'
    const answer = { entry, decision, person: decision === 'same-person' ? person : null } as const
    const refused = await decideHeld(world.node, aManager(world), { id: newId(), ...answer })
    if (refused && !['already-done', 'not-found', 'invalid'].includes(refused.refused)) {
      throw new Error(`a held row was refused: ${refused.refused}`)
    }
  }
}

type Open = { readonly member: Id; readonly person: Id; readonly about: string }

/** Members who wait, as the generator's luck knows them. */
function waiting(world: World): Promise<readonly Open[]> {
  return rowsOf(
    world,
    sql<Open>`select m.id as member, m.subject as person,
      concat(coalesce(p.name, ''), ' ', p.born, ' ', p.postcode) as about
    from members m join people p on p.council = m.council and p.id = m.subject
    where m.council = ${council} and m.round = ${round} and m.state in ('tried', 'untried')
      and p.merged_into is null order by about, m.id`,
  )
}

/** One in eight: with them three tries without an answer are a concern. */
async function sayWhoLivesAlone(world: World): Promise<void> {
  const [officer] = working(world, 'officer')
  if (!officer) return
  for (const { person, about } of await waiting(world)) {
    if (chanceOf(world.seed, about, 'alone')() >= 0.12) continue
    const input = { person, flag: 'lives-alone', source: 'council', note: '' }
    await ask(world, officer, [raiseFlag, input])
  }
}

async function takeInbound(world: World): Promise<void> {
  const [handler] = working(world, 'call-handler')
  if (!handler) return
  const chance = chanceOf(world.seed, 'inbound', world.day)
  for (const { member } of some(await waiting(world), chance, 0.004)) {
    const outcome = chance() < 0.9 ? 'spoke_complete' : 'interrupted'
    const needs = outcome === 'spoke_complete' ? needsBy(chance) : []
    await record(world, handler, { attempt: newId(), member, channel: 'inbound', outcome, needs })
  }
}

/** At least one, where there is anybody. */
function some<T>(all: readonly T[], chance: Chance, share: number): readonly T[] {
  const many = Math.min(all.length, Math.max(1, Math.round(all.length * share)))
  const begin = Math.floor(chance() * Math.max(1, all.length - many))
  return all.slice(begin, begin + many)
}

const joinedFor = 'They sounded like one person'

/** Two people taken for one, which shows two days later. */
async function joinTwo(world: World): Promise<void> {
  if (world.day % 3 !== 1) return
  const [from, into] = some(await waiting(world), chanceOf(world.seed, 'join', world.day), 0.01)
  if (!from || !into) return
  const input = { from: from.person, into: into.person, note: joinedFor }
  await ask(world, aManager(world), [mergePeople, input])
}

async function partThem(world: World): Promise<void> {
  if (world.day % 3 !== 0) return
  const found = await rowsOf(
    world,
    sql<{ id: Id }>`select id from people
      where council = ${council} and merged_into is not null order by id`,
  )
  for (const { id } of found) {
    const input = { from: id, keepApart: true, note: 'They are two' }
    await ask(world, aManager(world), [unmergePeople, input])
  }
}

async function endConcerns(world: World): Promise<void> {
  const [officer] = working(world, 'officer')
  if (!officer) return
  const open = await rowsOf(
    world,
    sql<{ id: Id; about: string }>`select c.id,
        concat(coalesce(p.name, ''), ' ', p.born, ' ', p.postcode) as about
      from concerns c join people p on p.council = c.council and p.id = c.person
      where c.council = ${council} and c.ended_at is null order by about, c.id`,
  )
  for (const { id: concern, about } of open) {
    await ask(world, officer, [takeConcern, { concern }])
    const chance = chanceOf(world.seed, about, 'concern', world.day)
    if (chance() < 0.35) continue
    const isNever = fateOf(world.seed, about) === 'never'
    const ending = isNever ? 'in-hospital-or-care' : 'spoken-to-and-safe'
    const evidence = { evidence: 'Their daughter opened the door', confirmedBy: 'Daughter' }
    await ask(world, officer, [endConcern, { concern, ending, ...evidence }])
  }
}

/** A report is looked into the same day or later; a few turn out to be wrong. */
async function confirmReports(world: World): Promise<void> {
  const [officer] = working(world, 'officer')
  if (!officer) return
  const told = await rowsOf(
    world,
    sql<{ person: Id; flag: string; about: string }>`select f.person, f.flag,
        concat(coalesce(p.name, ''), ' ', p.born, ' ', p.postcode) as about
      from person_flags f join people p on p.council = f.council and p.id = f.person
      where f.council = ${council} and f.flag in ('deceased-reported', 'moved-reported')
      order by about, f.flag, f.person`,
  )
  for (const { person, flag, about } of told) {
    const chance = chanceOf(world.seed, about, flag, world.day)
    if (chance() < 0.4) continue
    const report = flag === 'deceased-reported' ? 'deceased' : 'moved'
    const done = await ask(world, officer, [
      confirmReport,
      {
        person,
        report,
        isTrue: chance() < 0.85,
      },
    ])
    if (isRefusal(done) && done.refused !== 'already-done') {
      throw new Error(`a report was refused: ${done.refused}`)
    }
  }
}
