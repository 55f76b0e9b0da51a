// Which services does a file hold, and what is wrong with it, by path? All of it, or none.
import { Service } from './open-referral.ts'

export const servicesMax = 2_000
const faultsMax = 50

export type Fault = { readonly path: string; readonly why: string }
export type ReadServices =
  | { readonly services: readonly Service[] }
  | { readonly faults: readonly Fault[] }

/** One service, a page of them, a plain list, or an organisation with its services. */
export function readServices(text: string): ReadServices {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return { faults: [{ path: '', why: 'is not JSON' }] }
  }
  const [at, list] = listIn(found)
  if (list.length === 0) return { faults: [{ path: at, why: 'holds no service' }] }
  if (list.length > servicesMax) {
    return { faults: [{ path: at, why: `holds more than ${servicesMax} services` }] }
  }
  const faults: Fault[] = []
  const services: Service[] = []
  const places = new Map<string, string>()
  for (const [nth, one] of list.entries()) {
    const path = at === '' ? (list.length > 1 ? `[${nth}]` : '') : `${at}[${nth}]`
    const parsed = Service.safeParse(one)
    faults.push(...faultsOf(parsed.error?.issues ?? [], path))
    const id = idOf(one)
    const before = id && places.get(id)
    if (before !== undefined && id) faults.push({ path: `${path}.id`, why: `is that of ${before}` })
    else if (id) places.set(id, path)
    if (parsed.success) services.push(parsed.data)
  }
  return faults.length > 0 ? { faults: faults.slice(0, faultsMax) } : { services }
}

function idOf(one: unknown): string | undefined {
  const { id } = (one ?? {}) as { id?: unknown }
  return typeof id === 'string' ? id.toLowerCase() : undefined
}

function listIn(found: unknown): readonly [string, readonly unknown[]] {
  if (Array.isArray(found)) return ['', found]
  if (typeof found !== 'object' || found === null) return ['', []]
  const { contents, services, ...organization } = found as Record<string, unknown>
  if (Array.isArray(contents)) return ['contents', contents]
  if (!Array.isArray(services)) return ['', [found]]
  return ['services', services.map(one => ({ organization, ...(one as object) }))]
}

type Issue = {
  readonly code?: string
  readonly path: readonly PropertyKey[]
  readonly message: string
}

function faultsOf(issues: readonly Issue[], at: string): readonly Fault[] {
  return issues.map(({ path, message }) => {
    const steps = path.map(one => (typeof one === 'number' ? `[${one}]` : `.${String(one)}`))
    const whole = at + steps.join('')
    return { path: whole.replace(/^\./, ''), why: plain(message) }
  })
}

/** As zod says what it wanted and what it got. */
function plain(message: string): string {
  const wanted = /^Invalid input: expected (\w+), received (\w+)$/.exec(message)
  if (!wanted) return message.charAt(0).toLowerCase() + message.slice(1)
  return wanted[2] === 'undefined' ? 'is missing' : `must be a ${wanted[1]}, is a ${wanted[2]}`
}
