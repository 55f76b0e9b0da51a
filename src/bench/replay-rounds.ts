// How do street leads visit in the replay? By a sheet of paper for each village, which comes home
// the next morning, or does not.
import { sql } from 'kysely'
import { scopeOf, systemActor } from '../access/index.ts'
import { demoId } from '../demo/loading.ts'
import { minuteMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { drawSheet, endSheet, findSheet, printSheet } from '../paper/index.ts'
import { needsBy, record } from './replay-callers.ts'
import { chanceOf, doorOutcome, fateOf } from './replay-luck.ts'
import {
  aManager,
  ask,
  campaign,
  council,
  inTx,
  must,
  rowsOf,
  seqNow,
  type World,
  working,
} from './replay-world.ts'

type Line = {
  readonly line: Id
  readonly member: Id
  readonly step: string
  readonly about: string
}

/** Every village with somebody who waits at their door gets a sheet, every other day. */
export async function printRounds(world: World): Promise<void> {
  const doors = await rowsOf(
    world,
    sql<{ village: Id }>`select distinct v.id as village
      from members m join places s on s.council = m.council and s.id = m.place
      join places v on v.council = s.council and v.id = any (s.path) and v.kind = 'village'
      where m.council = ${council} and m.next_step = 'door' and m.state in ('tried', 'untried')
      order by 1`,
  )
  const known = world.district.places.villages.map(({ ref }) => demoId(ref))
  const wanted = new Set(doors.map(({ village }) => village))
  for (const place of known.filter(one => wanted.has(one)))
    await print(world, 'street round', place)
  if (world.day % 4 === 3) await print(world, 'call sheet', known[0] ?? null)
}

async function print(world: World, how: 'street round' | 'call sheet', place: Id | null) {
  const sheet = newId()
  const nothing = { caller: null, person: null, need: null, blank: 0, items: '' }
  const words = { forWhom: 'Street leads', reason: 'Doors', ring: '01632 960001' }
  const kind = how === 'call sheet' ? 'call' : 'round'
  const input = { sheet, kind, campaign, place, limitPence: null, days: 1, ...nothing, ...words }
  const done = await ask(world, aManager(world), [printSheet, input])
  if (isRefusal(done)) {
    if (done.refused === 'nobody-left') return
    throw new Error(`a sheet was refused: ${done.refused}`)
  }
  await noteDrawn(world, sheet, how)
}

/** Whoever is named on it as it is drawn was given to somebody. */
async function noteDrawn(world: World, sheet: Id, how: 'street round' | 'call sheet') {
  const { node, clock, handings } = world
  const asked = { permission: 'paper.print', now: clock.now() }
  const scope = scopeOf(node.registry.permissions, systemActor(council), asked)
  await inTx(world, async tx => {
    const found = await findSheet(tx, scope, sheet)
    const paper = found && (await drawSheet(tx, scope, found))
    const seq = await seqNow(tx)
    const named = new Set(paper?.people ?? [])
    const lines = await sql<{ member: Id; person: Id }>`select member, person from paper_lines
      where council = ${council} and sheet = ${sheet}`.execute(tx)
    const drawn = lines.rows.filter(({ person }) => named.has(person))
    for (const { member } of drawn) handings.push({ member, seq, how })
  })
}

/** What was done yesterday evening is typed in; one sheet in twenty is lost. */
export async function typeRounds(world: World): Promise<void> {
  const out = await rowsOf(
    world,
    sql<{ sheet: Id; number: number; printedAt: Date }>`select id as sheet, number,
        printed_at as "printedAt" from paper_sheets
      where council = ${council} and ended is null order by number`,
  )
  for (const { sheet, number, printedAt } of out) {
    const chance = chanceOf(world.seed, 'sheet', number)
    const isLost = chance() < 0.05
    if (!isLost) await typeOne(world, sheet, printedAt.getTime())
    const input = { sheet, how: isLost ? 'lost' : 'destroyed', note: '' }
    await must(world, aManager(world), [endSheet, input])
  }
}

async function typeOne(world: World, sheet: Id, printedAt: number): Promise<void> {
  const [typist] = working(world, 'call-handler')
  if (!typist) return
  for (const [nth, { line, member, step, about }] of (await linesOf(world, sheet)).entries()) {
    const chance = chanceOf(world.seed, about, 'door', world.day)
    // Whoever is to be rung is left to the callers, but for a few on the way.
    if (step !== 'door' && chance() < 0.9) continue
    if (chance() < 0.1) continue
    const outcome = doorOutcome(fateOf(world.seed, about), chance)
    const needs = outcome === 'spoke_complete' ? needsBy(chance) : []
    const happenedAt = printedAt + (30 + 4 * nth) * minuteMs
    const made = { attempt: line, member, channel: 'doorstep', outcome, needs, happenedAt }
    await record(world, typist, { ...made, happenedAt: Math.min(happenedAt, world.clock.now()) })
  }
}

function linesOf(world: World, sheet: Id): Promise<readonly Line[]> {
  return rowsOf(
    world,
    sql<Line>`select l.id as line, l.member, m.next_step as step,
        concat(coalesce(p.name, ''), ' ', p.born, ' ', p.postcode) as about
      from paper_lines l join members m on m.council = l.council and m.id = l.member
      join people p on p.council = l.council and p.id = l.person
      where l.council = ${council} and l.sheet = ${sheet} order by l.nth`,
  )
}
