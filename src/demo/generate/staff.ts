// Who works on the round, and which zones and streets has somebody taken? Gaps are on purpose.
import { staffName } from './names.ts'
import { at, type Random, stream } from './random.ts'
import type { GenerateRequest, Places, Situation, Staff, StaffRole, Village } from './types.ts'
import { workloads } from './workload.ts'

/** Share of a village's streets that nobody has taken. */
const untaken: Record<Situation, number> = {
  finished: 0.01,
  going: 0.06,
  gaps: 0.24,
  'not-started': 1,
  late: 0.1,
  'nobody-listed': 0.3,
}

const known: [StaffRole, string][] = [
  ['hub-manager', 'Ruth Okafor'],
  ['data-protection-officer', 'Hannah Ashby-Cole'],
  ['system-administrator', 'Gareth Llewellyn'],
]
const knownHandlers = ['Sam Idowu', 'Jo Tran', 'Asha Malik']

/** Everyone who works, and their names written on the places they have taken. */
export function staffThePlaces({ size, seed }: GenerateRequest, places: Places): Staff[] {
  const random = stream(seed, 'staff')
  const { callHandlers, officers, streetsPerLead } = workloads[size]
  const hire = hiring(random)
  const staff = known.map(([role, name]) => hire({ role, name, villageRefs: [] }))
  for (let index = 0; index < callHandlers; index++) {
    staff.push(hire({ role: 'call-handler', name: knownHandlers[index], villageRefs: [] }))
  }
  for (let index = 0; index < officers; index++) {
    staff.push(hire({ role: 'officer', villageRefs: [] }))
  }
  const streetsIn = Map.groupBy(places.streets, street => street.villageRef)
  for (const village of places.villages) {
    const villageRefs = [village.ref]
    const coordinators = coordinatorsOf(village, hire)
    staff.push(...coordinators)
    village.coordinatorRef = coordinators[0]?.ref ?? null
    const streets = streetsIn.get(village.ref) ?? []
    const count = Math.max(1, Math.round(streets.length / streetsPerLead))
    const leads = Array.from({ length: count }, () => hire({ role: 'street-lead', villageRefs }))
    staff.push(...leads)
    take({ village, places, streetsIn, leads, random })
  }
  return staff
}

type Opening = { role: StaffRole; name?: string | undefined; villageRefs: string[] }

function hiring(random: Random) {
  let count = 0
  const taken = new Map<string, number>()
  return ({ role, name, villageRefs }: Opening): Staff => {
    const full = name ?? staffName(count++, random)
    const slug = full.toLowerCase().replace(/[^a-z]+/g, '-')
    const before = taken.get(slug) ?? 0
    taken.set(slug, before + 1)
    const unique = before ? `${slug}-${before + 1}` : slug
    return { ref: `staff:${unique}`, name: full, role, email: `${unique}@example.org`, villageRefs }
  }
}

/** One for a village; the town and the largest villages share the work between two or three. */
function coordinatorsOf(village: Village, hire: (opening: Opening) => Staff): Staff[] {
  // A village that has not started is one where nobody has come forward to coordinate it.
  if (village.situation === 'not-started') return []
  const count = Math.max(1, Math.round(village.residents / 3_000))
  return Array.from({ length: count }, (_, index) => {
    const name = village.slug === 'cottenham' && index === 0 ? 'Priya Nair' : undefined
    return hire({ role: 'village-coordinator', name, villageRefs: [village.ref] })
  })
}

type Taking = {
  village: Village
  places: Places
  streetsIn: Map<string, Places['streets']>
  leads: Staff[]
  random: Random
}

function take({ village, places, streetsIn, leads, random }: Taking): void {
  const streets = streetsIn.get(village.ref) ?? []
  const gap = untaken[village.situation]
  streets.forEach((street, index) => {
    const lead = at(leads, Math.floor((index * leads.length) / streets.length))
    street.ownerRef = random.chance(gap) ? null : lead.ref
  })
  const nobodyYet = streets.every(street => street.ownerRef)
  if (village.situation === 'gaps' && nobodyYet) at(streets, streets.length - 1).ownerRef = null
  for (const zone of places.zones) {
    if (zone.villageRef !== village.ref) continue
    const lead = at(leads, (zone.number - 1) % leads.length)
    zone.ownerRef = random.chance(Math.max(0.05, gap * 0.6)) ? null : lead.ref
  }
}
