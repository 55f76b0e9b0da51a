// What is wrong at the end of a day? Each thing is counted again from the log and from what the
// replay itself did, and compared with what the product shows.
import { sql } from 'kysely'
import { scopeOf, systemActor } from '../access/index.ts'
import { demoId } from '../demo/loading.ts'
import type { Id } from '../kernel/ids.ts'
import { answersNow, callBacks, coverageByPlace, dueCalls } from '../reach/index.ts'
import {
  type Bucket,
  type Fold,
  flagsAt,
  foldIn,
  mayAnswer,
  recordsOf,
  standOf,
  triesOf,
} from './replay-fold.ts'
import { logAfter } from './replay-log.ts'
import { council, type Handing, inTx, round, type World } from './replay-world.ts'

export type Sum = Record<Bucket | 'listed', number>
export type Evening = {
  readonly at: Date
  readonly sums: ReadonlyMap<string, Sum>
  readonly whole: Sum
  readonly reasons: ReadonlyMap<string, number>
  readonly faults: readonly string[]
  readonly promised: Promises
}
type Promises = { kept: number; open: number; missed: number; stopped: number }

const zero = (): Sum => ({ listed: 0, reached: 0, tried: 0, untried: 0, excused: 0 })
const parts = ['listed', 'reached', 'tried', 'untried', 'excused'] as const

export async function checkEvening(
  world: World,
  fold: Fold,
  before: Evening | undefined,
): Promise<Evening> {
  const at = new Date(world.clock.now())
  const faults: string[] = []
  await readOn(world, fold, faults)
  const { sums, reasons } = countAll(world, fold)
  const whole = sums.get('everywhere') ?? zero()
  const shown = await shownAt(world)
  faults.push(...compare('now', sums, shown), ...adds(sums), ...adds(shown))
  faults.push(...world.doubled.splice(0).map(member => `${member} was given to two callers`))
  if (before) {
    const then = await shownAt(world, before.at)
    faults.push(...compare(`the evening before`, before.sums, then))
  }
  faults.push(...(await forgotten(world, fold)), ...lostAttempts(world, fold))
  const promised = { kept: 0, open: 0, missed: 0, stopped: 0 }
  faults.push(...(await promises(world, fold, promised)))
  return { at, sums, whole, reasons, faults, promised }
}

/** Reads on in the log; whoever was given to somebody is looked at as of that very entry. */
async function readOn(world: World, fold: Fold, faults: string[]): Promise<void> {
  const entries = await inTx(world, tx => logAfter(tx, council, fold.seq))
  const handings = world.handings.splice(0).sort((one, other) => one.seq - other.seq)
  for (const entry of entries) {
    while (handings[0] && handings[0].seq < entry.seq) look(fold, handings.shift(), faults)
    foldIn(fold, entry)
  }
  for (const one of handings) look(fold, one, faults)
}

const always = ['deceased-reported', 'deceased-confirmed', 'moved-confirmed', 'no-basis']
const stops: Readonly<Record<Handing['how'], readonly string[]>> = {
  call: [...always, 'withdrawn', 'do-not-call'],
  'call sheet': [...always, 'withdrawn', 'do-not-call'],
  'street round': [...always, 'withdrawn', 'do-not-call'],
  text: [...always, 'withdrawn', 'do-not-call', 'no-texts', 'moved-reported'],
  letter: [...always, 'withdrawn', 'moved-reported'],
}

function look(fold: Fold, handing: Handing | undefined, faults: string[]): void {
  if (!handing) return
  const { member, how, seq } = handing
  const subject = fold.members.get(member)?.subject ?? ''
  const flags = flagsAt(fold, subject)
  const stopping = stops[how].filter(flag => flags.has(flag))
  if (stopping.length > 0) faults.push(`${how} at ${seq}: ${member} has ${stopping.join(', ')}`)
  const { state, reason } = standOf(fold, member)
  // The record that counts for both is asked; the other's number is now that one's.
  const isOut = state === 'excused' && reason !== 'listed-twice'
  if (isOut) faults.push(`${how} at ${seq}: ${member} is out, ${reason}`)
}

function countAll(world: World, fold: Fold) {
  const upOf = placesAbove(world)
  const sums = new Map<string, Sum>([['everywhere', zero()]])
  const reasons = new Map<string, number>()
  for (const { id, place } of fold.members.values()) {
    const { state, reason } = standOf(fold, id)
    if (state === 'excused') reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    for (const where of ['everywhere', ...upOf(place)]) {
      const sum = sums.get(where) ?? zero()
      sum.listed += 1
      sum[state] += 1
      sums.set(where, sum)
    }
  }
  return { sums, reasons }
}

/** The generator says what lies in what; whose street is not known is counted as nowhere. */
function placesAbove({ district }: World): (place: Id | null) => readonly string[] {
  const up = new Map<Id, readonly string[]>()
  const { villages, zones, streets } = district.places
  for (const { ref } of villages) up.set(demoId(ref), [demoId(ref)])
  for (const { ref, villageRef } of zones) up.set(demoId(ref), [demoId(ref), demoId(villageRef)])
  for (const { ref, zoneRef, villageRef } of streets) {
    up.set(demoId(ref), [demoId(ref), demoId(zoneRef), demoId(villageRef)])
  }
  return place => up.get(place ?? '') ?? ['nowhere']
}

/** As the pages show it, at every level. */
async function shownAt(world: World, at?: Date): Promise<ReadonlyMap<string, Sum>> {
  const now = new Date(world.clock.now())
  const asked = { permission: 'picture.read', now: now.getTime() }
  const scope = scopeOf(world.node.registry.permissions, systemActor(council), asked)
  const rows = await inTx(world, tx => coverageByPlace(tx, scope, { round, moment: { now, at } }))
  const whole = zero()
  for (const row of rows.filter(({ level }) => level === 'village' || level === null)) {
    for (const part of parts) whole[part] += Number(row[part])
  }
  const places = rows.map(row => {
    const sum = zero()
    for (const part of parts) sum[part] = Number(row[part])
    return [row.place ?? 'nowhere', sum] as const
  })
  return new Map([['everywhere', whole], ...places])
}

function compare(
  when: string,
  counted: ReadonlyMap<string, Sum>,
  shown: ReadonlyMap<string, Sum>,
): string[] {
  return [...new Set([...counted.keys(), ...shown.keys()])].flatMap(place => {
    const [one, other] = [counted.get(place) ?? zero(), shown.get(place) ?? zero()]
    const unlike = parts.filter(part => one[part] !== other[part])
    return unlike.map(part => `${when}, ${place}: ${part} shows ${other[part]}, log ${one[part]}`)
  })
}

function adds(sums: ReadonlyMap<string, Sum>): string[] {
  return [...sums].flatMap(([place, { listed, reached, tried, untried, excused }]) =>
    reached + tried + untried + excused === listed ? [] : [`${place} does not add up`],
  )
}

type Row = {
  readonly id: Id
  readonly step: string
  readonly at: Date | null
  readonly phones: number
  readonly address: string
  readonly hasConcern: boolean
  readonly named: Id | null
  readonly owner: Id | null
}

/** Whoever is open has a step that somebody can take, and somebody who answers for it. */
async function forgotten(world: World, fold: Fold): Promise<string[]> {
  const at = new Date(world.clock.now())
  const rows = await inTx(world, tx =>
    sql<Row>`select m.id, m.next_step as step, m.next_at as at, p.address,
        c.answerable as named, ${answersNow(at)} as owner,
        (select count(*)::int from contact_points k where k.council = p.council
          and k.person = p.root and k.kind in ('mobile', 'landline')
          and k.state in ('untested', 'works')) as phones,
        exists (select from concerns k join people q on q.council = k.council and q.id = k.person
          where k.council = p.council and q.root = p.root and k.ended_at is null) as "hasConcern"
      from members m join people p on p.council = m.council and p.id = m.subject
      join campaigns c on c.council = m.council and c.id = m.campaign
      where m.council = ${council} and m.round = ${round}`.execute(tx),
  )
  const byId = new Map(rows.rows.map(row => [row.id, row]))
  return [...fold.members.values()].flatMap(({ id, subject }) => {
    const { state } = standOf(fold, id)
    if (state !== 'tried' && state !== 'untried') return []
    const row = byId.get(id)
    const lacks = row ? lacking(fold, row, flagsAt(fold, subject)) : ['any row']
    return lacks.map(what => `${id} of ${subject} (${row?.step}) lacks ${what}`)
  })
}

function lacking(fold: Fold, row: Row, flags: ReadonlySet<string>): string[] {
  const { step, at, phones, address, named, owner } = row
  const lacks: string[] = []
  if (step === 'none' || at === null) lacks.push('a next step')
  if (step === 'officer') lacks.push('a step that is for them')
  const isRing = step === 'ring' || step === 'ring-next-number'
  if (isRing && phones === 0) lacks.push('a number to ring')
  if (isRing && flags.has('do-not-call')) lacks.push('a step other than to ring')
  if (step === 'door' && address.trim() === '') lacks.push('a door')
  if (!mayAnswer(fold, owner)) lacks.push(`an owner: ${owner ?? 'nobody'} does not work`)
  if (named !== fold.answerable) lacks.push('the owner that the log says')
  return lacks
}

function lostAttempts({ attempts }: World, fold: Fold): string[] {
  const lost = [...attempts].filter(id => !fold.attempts.has(id))
  return lost.length > 0 ? [`${lost.length} attempts are not in the log: ${lost[0]}`] : []
}

/** Kept, or shown as waiting or as missed, or answered by a stop. */
async function promises(world: World, fold: Fold, count: Promises): Promise<string[]> {
  const now = world.clock.now()
  const asked = { permission: 'reach.record', now }
  const scope = scopeOf(world.node.registry.permissions, systemActor(council), asked)
  const [shown, late] = await inTx(world, async tx => {
    const looking = { within: null, now, user: systemActor(council).id, known: scope }
    const rows = await callBacks(tx, scope, looking)
    const due = await dueCalls(tx, scope, { now, kind: 'promised', part: 'late' })
    return [rows, new Set(due.rows.map(({ member }) => member))] as const
  })
  const byMember = new Map(shown.map(row => [row.member, row.at.getTime()]))
  return [...fold.attempts].flatMap(([attempt, { member, promisedAt, seq }]) => {
    if (promisedAt === null) return []
    const subject = fold.members.get(member)?.subject ?? ''
    const since = triesOf(fold, recordsOf(fold, subject)).filter(one => one.seq > seq)
    const isOut = standOf(fold, member).state === 'excused'
    const isStopped = isOut || [...flagsAt(fold, subject)].some(one => stops.call.includes(one))
    if (since.some(one => one.isAttempt || one.promisedAt !== null)) count.kept += 1
    else if (isStopped) count.stopped += 1
    else if (byMember.get(member) !== promisedAt) return [`a promise vanished: ${attempt}`]
    else if (promisedAt > now - 15 * 60_000) count.open += 1
    else {
      count.missed += 1
      return late.has(member) ? [] : [`a missed promise is not among the late calls: ${attempt}`]
    }
    return []
  })
}
