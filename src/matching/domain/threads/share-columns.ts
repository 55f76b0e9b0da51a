// Which columns of a list can be read apart from each other, each by another thread? Names share
// one vocabulary and stay together; all others meet nowhere. What is longest to read goes first.
import { type ColumnHead, type Field, readersFor } from '../encode/fields.ts'
import type { Role } from '../encode/roles.ts'

/** What reading them costs besides each other, in some unit; a name comes many times. */
const usualCost = 1
const costs: Partial<Readonly<Record<Role, number>>> = {
  address: 8,
  email: 5,
  phone: 5,
  'national id': 4,
}
const nameRoles: readonly Role[] = ['given name', 'middle name', 'family name', 'full name']
const fullNameCost = 6
/** To read the ids, which the first does besides. */
const firstCost = 3

/** For each thread the places of its columns. */
export function shareColumns(heads: readonly ColumnHead[], threads: number): number[][] {
  const shares = Array.from({ length: threads }, (_, at) => ({
    places: [] as number[],
    cost: at === 0 ? firstCost : 0,
  }))
  const groups = [...Map.groupBy(heads.keys(), at => groupOf(heads[at] as ColumnHead)).values()]
  const costOf = (places: readonly number[]) =>
    places.reduce((sum, at) => sum + costOfRole((heads[at] as ColumnHead).role), 0)
  for (const places of groups.sort((one, other) => costOf(other) - costOf(one))) {
    const [least] = shares.toSorted((one, other) => one.cost - other.cost)
    least?.places.push(...places)
    if (least) least.cost += costOf(places)
  }
  return shares.map(({ places }) => places).filter((places, at) => at === 0 || places.length > 0)
}

function groupOf({ role, name }: ColumnHead): string {
  if (nameRoles.includes(role)) return 'names'
  return role === 'other' || role === 'occupation' ? `${role}: ${name}` : role
}

function costOfRole(role: Role): number {
  return costs[role] ?? (role === 'full name' ? fullNameCost : usualCost)
}

/** As if one had read them all. */
export function inFieldOrder(heads: readonly ColumnHead[], read: readonly Field[]): Field[] {
  return readersFor(heads, 'day-first').map(({ kind, name, sources }) => {
    const own = read.find(field => field.kind === kind && field.name === name)
    if (!own) throw new Error(`Nobody has read the field ${name}.`)
    return { ...own, sources }
  })
}
