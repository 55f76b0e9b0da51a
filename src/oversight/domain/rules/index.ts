// Which looks are worth a question? Each rule alone, and all of them over somebody's looks.
import { londonMinutes } from '../../../kernel/london.ts'
import type { Finding, Known, Limits, LookAt, Rule, RuleName, Stream } from './terms.ts'

export { limits } from './limits.ts'
export * from './terms.ts'

/** Somebody was singled out: opened or taken by themselves, or found among very few. */
function isSingledOut(look: LookAt, limits: Limits): boolean {
  if (limits.handedRoutes.includes(look.route)) return false
  return look.what === 'open' || look.subjects.length <= limits.singledOutMax
}

function eachLook(stream: Stream, isAsked: (look: LookAt) => boolean): readonly Finding[] {
  return stream.looks.filter(isAsked).map(look => [look.id])
}

const same = (a: string, b: string) => a !== '' && a === b

/** One's own name with one's own email address or postcode. */
export function isSelf({ looker }: Stream, known: Known): boolean {
  if (!same(known.nameKey, looker.nameKey)) return false
  return (
    known.emails.some(email => same(email, looker.email)) || same(known.postcode, looker.postcode)
  )
}

const ownRecord: Rule = stream =>
  eachLook(stream, look => look.subjects.some(one => isSelf(stream, one)))

const sameSurname: Rule = (stream, limits) =>
  eachLook(
    stream,
    look =>
      isSingledOut(look, limits) &&
      look.subjects.some(one => isNamesake(stream, one) && !isSelf(stream, one)),
  )

/** Staff give their whole name in one piece; a family name may be several words. */
function isNamesake({ looker }: Stream, { familyKey }: Known): boolean {
  return familyKey !== '' && ` ${looker.nameKey}`.endsWith(` ${familyKey}`)
}

const neighbour: Rule = (stream, limits) =>
  eachLook(
    stream,
    look =>
      isSingledOut(look, limits) &&
      look.subjects.some(one => isNear(stream, one) && !isSelf(stream, one)),
  )

function isNear({ looker }: Stream, { postcode, street }: Known): boolean {
  return same(postcode, looker.postcode) || (street !== null && looker.streets.includes(street))
}

/** Counted afresh once it was asked, so that each look is in one question. */
const mass: Rule = ({ looks }, limits) => {
  const findings: Finding[] = []
  let window: LookAt[] = []
  for (const look of looks) {
    window = [...window.filter(one => look.at - one.at < limits.massMs), look]
    const people = new Set(window.flatMap(one => one.subjects.map(known => known.person)))
    if (people.size <= limits.massPeople) continue
    findings.push(window.map(one => one.id))
    window = []
  }
  return findings
}

/** For who looks after a place, or has a role at one: somebody opened who lives elsewhere. */
const outOfZone: Rule = ({ looker, looks }, limits) => {
  if (looker.places.length === 0) return []
  const isOutside = ({ path }: Known) => !path.some(place => looker.places.includes(place))
  return looks
    .filter(look => !look.isEmergency && look.what === 'open' && isSingledOut(look, limits))
    .filter(look => look.subjects.length > 0 && look.subjects.every(isOutside))
    .map(look => [look.id])
}

/** The same person opened again and again, and nothing done. */
const again: Rule = ({ looks, work }, limits) => {
  const findings: Finding[] = []
  const opened = new Map<string, LookAt[]>()
  for (const look of looks.filter(one => one.what === 'open' && isSingledOut(one, limits))) {
    const [first] = look.subjects
    if (!first) continue
    const { person } = first
    const before = (opened.get(person) ?? []).filter(one => look.at - one.at < limits.againMs)
    const window = [...before, look]
    const since = (window[0] ?? look).at
    const isWorked = work.some(
      ({ at, persons }) =>
        at >= since && at <= look.at + limits.settledMs && persons.includes(person),
    )
    const isAsked = window.length >= limits.againTimes && !isWorked
    if (isAsked) findings.push(window.map(one => one.id))
    opened.set(person, isAsked ? [] : window)
  }
  return findings
}

const night: Rule = (stream, limits) =>
  eachLook(stream, look => {
    if (!isNight(londonMinutes(look.at), limits)) return false
    const [from, until] = [look.at - limits.dutyMs, look.at + limits.settledMs]
    return !stream.work.some(done => done.at >= from && done.at <= until)
  })

function isNight(minutes: number, { nightFrom, nightUntil }: Limits): boolean {
  return minutes >= nightFrom || minutes < nightUntil
}

const exported: Rule = (stream, limits) =>
  eachLook(
    stream,
    look =>
      look.what === 'export' &&
      !limits.exportRoutes.includes(look.route) &&
      look.subjects.length >= limits.exportPeople,
  )

export const rules: Readonly<Record<RuleName, Rule>> = {
  'own-record': ownRecord,
  'same-surname': sameSurname,
  neighbour,
  mass,
  'out-of-zone': outOfZone,
  again,
  night,
  export: exported,
}
