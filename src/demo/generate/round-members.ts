// In which state should the round have left each listed person when the demo opens?
// About 70% reached, 15% tried, 12% not yet tried, 3% excused; villages differ on purpose.
import { type Random, stream } from './random.ts'
import { isOn } from './spl-rows.ts'
import type { District, Person, ReachTarget, Situation } from './types.ts'

const share = { untried: 0.12, tried: 0.15, excused: 0.03 }
export const versionsBeforeOpening = 2

export type Member = {
  person: Person
  target: ReachTarget
  /** The list already said that they died: nobody rings. */
  isKnownDead: boolean
  isNewcomer: boolean
  situation: Situation
}

export function roundMembers(district: District): Member[] {
  const random = stream(district.seed, 'round-members')
  const members = listedBeforeOpening(district)
  const quota = (part: number) => Math.round(members.length * part)
  const dead = members.filter(member => member.isKnownDead)
  for (const member of dead) member.target = 'excused'
  const untried = leaveUntried(members, quota(share.untried), { district, random })
  const openToTry = members.filter(
    member => member.target === 'reached' && member.situation !== 'finished',
  )
  const behind = fallBehind(openToTry, random)
  setSome(behind, 'untried', { count: quota(share.untried) - untried, random })
  setSome(openToTry, 'tried', { count: quota(share.tried), random })
  setSome(members, 'excused', { count: quota(share.excused) - dead.length, random })
  return members
}

function listedBeforeOpening({ people, places }: District): Member[] {
  const situations = new Map(places.villages.map(village => [village.ref, village.situation]))
  return people.flatMap(person => {
    const { shielded } = person
    if (!shielded || !isOn(shielded, versionsBeforeOpening)) return []
    return {
      person,
      target: 'reached' as ReachTarget,
      isKnownDead: shielded.died !== null && shielded.died.version <= versionsBeforeOpening,
      isNewcomer: shielded.fromVersion === versionsBeforeOpening,
      situation: situations.get(person.villageRef) ?? 'going',
    }
  })
}

type Leaving = { district: District; random: Random }

/** First the villages that have not started, then newcomers, then streets that nobody has taken. */
function leaveUntried(members: Member[], most: number, { district, random }: Leaving): number {
  const owners = new Map(district.places.streets.map(street => [street.ref, street.ownerRef]))
  const isUntaken = (member: Member) =>
    member.person.streetRef !== null && owners.get(member.person.streetRef) === null
  const isGoing = (member: Member) => member.situation === 'going'
  const reasons = [
    (member: Member) => member.situation === 'not-started',
    (member: Member) => member.isNewcomer && member.situation === 'late',
    (member: Member) => member.isNewcomer && isGoing(member) && random.chance(0.6),
    (member: Member) => member.situation === 'gaps' && isUntaken(member) && random.chance(0.9),
  ]
  let left = most
  for (const reason of reasons) {
    for (const member of members) {
      if (left > 0 && member.target === 'reached' && reason(member)) {
        member.target = 'untried'
        left--
      }
    }
  }
  return most - left
}

/** The rest not yet tried are in a few villages that fell behind, not a little everywhere. */
function fallBehind(members: Member[], random: Random): Member[] {
  const villages = random.shuffled([...new Set(members.map(member => member.person.villageRef))])
  const slow = new Set(villages.slice(0, Math.ceil(villages.length / 5)))
  return members.filter(member => slow.has(member.person.villageRef))
}

type Some = { count: number; random: Random }

function setSome(members: Member[], target: ReachTarget, { count, random }: Some): void {
  const candidates = random.shuffled(members.filter(member => member.target === 'reached'))
  for (const member of candidates.slice(0, Math.max(0, count))) member.target = target
}
