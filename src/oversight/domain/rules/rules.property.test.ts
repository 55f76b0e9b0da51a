// Do the rules ask what a slow, plain statement of each asks, however the looks arrive?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayMs, hourMs, minuteMs } from '../../../kernel/clock.ts'
import { type Id, idFrom } from '../../../kernel/ids.ts'
import { untilEnough } from '../../../testing/until-enough.ts'
import {
  type Known,
  type Limits,
  type LookAt,
  type RuleName,
  ruleNames,
  rules,
  type Stream,
  limits as shipped,
} from './index.ts'

const limits: Limits = { ...shipped, massPeople: 4, againTimes: 2, againMs: 2 * dayMs }

const names = ['ann lee', 'bob lee', 'cy de groot', '']
const families = ['lee', 'lee', 'de groot', '']
const postcodes = ['cb11aa', 'cb22bb', '']
const places = ['north', 'south'].map(name => idFrom(name))
const mails = ['a@x.org', 'b@x.org', '']

const everybody: readonly Known[] = Array.from({ length: 9 }, (_, nth) => ({
  person: idFrom('person', String(nth)),
  nameKey: names[nth % 4] ?? '',
  familyKey: families[nth % 4] ?? '',
  postcode: postcodes[nth % 3] ?? '',
  street: nth % 2 === 0 ? idFrom('street') : null,
  path: nth % 2 === 0 ? [places[nth % 4 === 0 ? 0 : 1] ?? '', idFrom('street')] : [],
  emails: [mails[nth % 3] ?? ''],
}))

const looker = fc.record({
  nameKey: fc.constantFrom(...names),
  postcode: fc.constantFrom(...postcodes),
  streets: fc.subarray([idFrom('street')]),
  email: fc.constantFrom(...mails),
  places: fc.subarray(places),
})

const start = Date.UTC(2026, 3, 6, 19)
const look = fc.record({
  minute: fc.integer({ min: 0, max: 4_000 }),
  what: fc.constantFrom('open', 'open', 'open', 'open', 'search', 'list', 'export'),
  route: fc.constantFrom('/people/:id', '/people/:id', '/find', '/call', '/reads/report'),
  subjects: fc.subarray([...everybody], { minLength: 1, maxLength: 5 }),
  isEmergency: fc.boolean(),
})
const work = fc.record({
  at: fc.integer({ min: 0, max: 4_000 }).map(minute => start + minute * minuteMs),
  persons: fc.subarray(
    everybody.map(one => one.person),
    { maxLength: 2 },
  ),
})

const stream: fc.Arbitrary<Stream> = fc.record({
  looker,
  looks: fc.array(look, { maxLength: 25 }).map(all =>
    all
      .toSorted((a, b) => a.minute - b.minute)
      .map(({ minute, ...rest }, nth) => {
        return { ...rest, id: idFrom('look', String(nth)), at: start + minute * minuteMs }
      }),
  ),
  work: fc.array(work, { maxLength: 4 }),
})

/** One sentence each, asked of one look alone. */
const plain: Partial<Record<RuleName, (given: Stream, one: LookAt) => boolean>> = {
  'own-record': (given, one) => one.subjects.some(known => isThem(given, known)),
  'same-surname': (given, one) =>
    isChosen(one) && one.subjects.some(known => hasSurname(given, known) && !isThem(given, known)),
  neighbour: (given, one) =>
    isChosen(one) && one.subjects.some(known => isClose(given, known) && !isThem(given, known)),
  'out-of-zone': ({ looker: { places: own } }, one) =>
    own.length > 0 &&
    !one.isEmergency &&
    one.what === 'open' &&
    !limits.handedRoutes.includes(one.route) &&
    one.subjects.every(known => known.path.filter(place => own.includes(place)).length === 0),
  night: (given, one) => {
    const clock = new Date(one.at + hourMs).toISOString().slice(11, 16)
    const worked = given.work.filter(done => {
      const laterMs = done.at - one.at
      return laterMs >= -limits.dutyMs && laterMs <= limits.settledMs
    })
    return (clock >= '22:00' || clock < '06:00') && worked.length === 0
  },
  export: (_given, one) => one.what === 'export' && one.route !== '/reads/report',
}

function isChosen(one: LookAt): boolean {
  if (limits.handedRoutes.includes(one.route)) return false
  return one.what === 'open' || one.subjects.length < 4
}
function isThem({ looker: own }: Stream, known: Known): boolean {
  if (own.nameKey === '' || own.nameKey !== known.nameKey) return false
  const byMail = own.email !== '' && known.emails.includes(own.email)
  return byMail || (own.postcode !== '' && own.postcode === known.postcode)
}
function hasSurname({ looker: own }: Stream, { familyKey }: Known): boolean {
  const words = own.nameKey.split(' ')
  return familyKey !== '' && words.some((_, from) => words.slice(from).join(' ') === familyKey)
}
function isClose({ looker: own }: Stream, known: Known): boolean {
  const sameCode = known.postcode !== '' && known.postcode === own.postcode
  return sameCode || own.streets.some(street => street === known.street)
}

/** Look by look, all that came before is gone through again: the slow way for whole windows. */
function slowWindows(given: Stream, rule: 'mass' | 'again'): Id[][] {
  const used = new Set<Id>()
  const asked: Id[][] = []
  for (const [nth, now] of given.looks.entries()) {
    const before = given.looks.slice(0, nth + 1).filter(one => !used.has(one.id))
    const hit = rule === 'mass' ? crowd(before, now) : again(given, before, now)
    for (const id of hit) used.add(id)
    if (hit.length > 0) asked.push(hit)
  }
  return asked
}
function crowd(before: readonly LookAt[], now: LookAt): Id[] {
  const near = before.filter(one => one.at > now.at - hourMs)
  const people = new Set(near.flatMap(one => one.subjects).map(known => known.person))
  return people.size > limits.massPeople ? near.map(one => one.id) : []
}
function again(given: Stream, before: readonly LookAt[], now: LookAt): Id[] {
  const whom = now.subjects[0]?.person ?? ''
  const isOfThem = (one: LookAt) =>
    one.what === 'open' &&
    !limits.handedRoutes.includes(one.route) &&
    one.subjects[0]?.person === whom &&
    one.at > now.at - limits.againMs
  const times = before.filter(isOfThem)
  if (!isOfThem(now) || times.length < limits.againTimes) return []
  const [from, until] = [times[0]?.at ?? 0, now.at + limits.settledMs]
  const helped = given.work.some(
    one => one.persons.includes(whom) && one.at >= from && one.at <= until,
  )
  return helped ? [] : times.map(one => one.id)
}

function slow(rule: RuleName, given: Stream): readonly (readonly Id[])[] {
  if (rule === 'mass' || rule === 'again') return slowWindows(given, rule)
  const asks = plain[rule]
  if (!asks) throw new Error(`There is no plain statement of ${rule}.`)
  return given.looks.filter(one => asks(given, one)).map(one => [one.id])
}

test.each(ruleNames)('%s asks what its plain statement asks', async rule => {
  let asked = 0
  await untilEnough(
    () =>
      fc.assert(
        fc.property(stream, given => {
          const found = rules[rule](given, limits)
          expect(found).toEqual(slow(rule, given))
          asked += found.length
        }),
        { numRuns: 300 },
      ),
    () => asked > 20,
  )
})

test.each(ruleNames)('%s asks about no look twice, and the same in parts as at once', rule => {
  fc.assert(
    fc.property(stream, fc.array(fc.nat(25), { maxLength: 4 }), (given, cuts) => {
      const whole = rules[rule](given, limits)
      expect(new Set(whole.flat()).size).toBe(whole.flat().length)
      const done = new Set<Id>()
      const parts: (readonly Id[])[] = []
      for (const cut of [...cuts.toSorted((a, b) => a - b), given.looks.length]) {
        const looks = given.looks.slice(0, cut).filter(one => !done.has(one.id))
        const found = rules[rule]({ ...given, looks }, limits)
        for (const id of found.flat()) done.add(id)
        parts.push(...found)
      }
      expect(new Set(parts.flat())).toEqual(new Set(whole.flat()))
    }),
    { numRuns: 200 },
  )
})
