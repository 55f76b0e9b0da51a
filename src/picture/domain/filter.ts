// Which people does a figure count? One small filter, carried in the address of every figure.

export const memberStates = ['reached', 'tried', 'untried', 'excused'] as const
export type MemberState = (typeof memberStates)[number]

export const stateChoices = [...memberStates, 'open'] as const
/** `open`: tried or not yet tried, so still waiting. */
export type StateChoice = (typeof stateChoices)[number]

export const steps = ['listed', 'contact', 'tried-once', 'reached', 'asked', 'need', 'met'] as const
export type Step = (typeof steps)[number]

export const safeties = ['safe-now', 'at-risk', 'not-known'] as const
export type Safety = (typeof safeties)[number]

/** Whole days a person has waited: exactly so many, or more. */
export type Wait = { readonly is: 'exactly' | 'over'; readonly days: number }

export type Filter = {
  readonly state?: StateChoice | undefined
  /** A place with everything below it, or `none`: place not known. */
  readonly place?: string | undefined
  /** `none`: within the place, but on no street that we know. */
  readonly street?: 'none' | undefined
  readonly reason?: string | undefined
  readonly wait?: Wait | undefined
  readonly step?: Step | undefined
  readonly next?: string | undefined
  readonly safety?: Safety | undefined
}

/** What every address on a page of figures carries besides its filter. */
export type Moment = { readonly round?: string | undefined; readonly at?: string | undefined }

export const waitDaysMax = 3650

/** Undefined when the address asks for something that does not exist. */
export function readFilter(query: Readonly<Record<string, string>>): Filter | undefined {
  const { state, place, street, reason, wait, step, next, safety } = query
  if (state !== undefined && state !== 'listed' && !isOneOf(stateChoices, state)) return undefined
  if (step !== undefined && !isOneOf(steps, step)) return undefined
  if (safety !== undefined && !isOneOf(safeties, safety)) return undefined
  if (place !== undefined && place !== 'none' && !idPattern.test(place)) return undefined
  if (street !== undefined && street !== 'none') return undefined
  if (![reason, next].every(code => code === undefined || codePattern.test(code))) return undefined
  const waited = wait === undefined ? undefined : readWait(wait)
  if (wait !== undefined && waited === undefined) return undefined
  return {
    state: state === 'listed' ? undefined : state,
    place,
    street,
    reason,
    wait: waited,
    step,
    next,
    safety,
  }
}

function readWait(text: string): Wait | undefined {
  const found = /^(over-)?(\d{1,4})$/.exec(text)
  const days = Number(found?.[2])
  if (!found || days > waitDaysMax) return undefined
  return { is: found[1] ? 'over' : 'exactly', days }
}

/** The address of the list behind a figure. */
export function membersHref(campaign: string, filter: Filter, moment: Moment = {}): string {
  const query = new URLSearchParams(filterEntries(filter))
  if (moment.round) query.set('round', moment.round)
  if (moment.at) query.set('at', moment.at)
  const text = query.toString()
  return `/campaigns/${campaign}/members${text ? `?${text}` : ''}`
}

export function filterEntries(filter: Filter): [string, string][] {
  const { wait, ...plain } = filter
  const entries = Object.entries(plain).filter(entry => entry[1] !== undefined) as [
    string,
    string,
  ][]
  return wait ? [...entries, ['wait', `${wait.is === 'over' ? 'over-' : ''}${wait.days}`]] : entries
}

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const codePattern = /^[a-z][a-z0-9_-]{0,39}$/

function isOneOf<T extends string>(choices: readonly T[], text: string): text is T {
  return (choices as readonly string[]).includes(text)
}
