// Is a plan of rounds what it says? A second, simple reading of every rule, which shares no code
// with the search: it walks each round with a watch and a bag.
import type { Rounds, RoundsAsk } from '../routing/index.ts'

const slack = 1e-6

/** What is wrong; nothing where all is right. */
export function faultsIn(ask: RoundsAsk, plan: Rounds): string[] {
  const faults: string[] = []
  const made = new Map<string, number>()
  let metres = 0
  for (const round of plan.rounds) {
    for (const stop of round.stops) {
      if (stop.kind === 'visit') made.set(stop.id, (made.get(stop.id) ?? 0) + 1)
    }
    faults.push(...faultsOnRound(ask, round))
    metres += round.metres
  }
  const left = new Set(plan.unassigned.map(one => one.visit))
  for (const { id } of ask.visits) {
    const times = (made.get(id) ?? 0) + (left.has(id) ? 1 : 0)
    if (times !== 1) faults.push(`visit ${id} is planned or left out ${times} times`)
  }
  if (made.size + left.size !== ask.visits.length) faults.push('a visit is planned that is not')
  if (Math.abs(metres - plan.metres) > slack * (1 + metres)) faults.push('the metres do not add up')
  return faults
}

function faultsOnRound(ask: RoundsAsk, round: Rounds['rounds'][number]): string[] {
  const faults: string[] = []
  const say = (fault: string) => faults.push(`round of ${round.walker}: ${fault}`)
  const walker = ask.walkers.find(one => one.id === round.walker)
  if (!walker) return [`nobody is ${round.walker}`]
  const visits = round.stops.flatMap(stop => ask.visits.filter(one => one.id === stop.id))
  let bag = visits.reduce((sum, one) => sum + (one.shop === undefined ? one.load : 0), 0)
  let time = walker.from
  let here: number | undefined = walker.start
  let metres = 0
  const fetched = new Set<string>()
  const go = (to: number | undefined) => {
    if (here !== undefined && to !== undefined) {
      metres += ask.metres.cells[here * ask.metres.size + to] ?? Number.NaN
      time += ask.seconds.cells[here * ask.seconds.size + to] ?? Number.NaN
    }
    here = to
  }
  const carry = () => {
    if (bag > walker.room + slack) say('carries too much')
  }
  carry()
  for (const stop of round.stops) {
    const isVisit = stop.kind === 'visit'
    const own = (isVisit ? ask.visits : ask.shops).find(one => one.id === stop.id)
    if (!own) return [`nobody knows the stop ${stop.id}`]
    go(own.at)
    if (Math.abs(time - stop.arrives) > slack) say(`arrives at ${stop.id} at another time`)
    time = Math.max(time, stop.begins)
    if (stop.begins < own.from - slack || time > own.to + slack) say(`${stop.id} is not open`)
    if (time > stop.begins + slack) say(`${stop.id} begins before anybody is there`)
    time += own.seconds
    const visit = isVisit ? ask.visits.find(one => one.id === stop.id) : undefined
    if (!visit) {
      if (fetched.has(stop.id)) say(`goes twice to ${stop.id}`)
      fetched.add(stop.id)
      bag += visits.reduce((sum, one) => sum + (one.shop === stop.id ? one.load : 0), 0)
      carry()
      continue
    }
    if (visit.shop !== undefined && !fetched.has(visit.shop)) say(`${visit.id} before its shop`)
    if (visit.never.includes(walker.id)) say(`must never go to ${visit.id}`)
    if (visit.people > walker.people) say(`too few go to ${visit.id}`)
    if (visit.skills.some(skill => !walker.skills.includes(skill))) say(`cannot do ${visit.id}`)
    bag -= visit.load
  }
  go(walker.end)
  if (time > walker.to + slack) say('ends too late')
  if (Math.abs(metres - round.metres) > slack * (1 + metres)) say('says other metres')
  return faults
}
