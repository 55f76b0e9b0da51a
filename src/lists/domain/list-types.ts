// Which kinds of list are there, who owns each, by what right do we hold it, and for how long?
// The one place where this is said: a profile takes it from here, and the pages show it.

export const owners = [
  'nhs-england',
  'national-shielding-service',
  'test-and-trace',
  'network-operator',
  'care-provider',
  'housing',
  'health-trust',
  'council',
  'flood-authority',
  'voluntary-sector',
  'resident',
] as const
export type Owner = (typeof owners)[number]

/** Codes; the words are in the string files. */
export const legalBases = [
  'public-health-task',
  'civil-contingencies',
  'vital-interests',
  'public-task',
  'consent',
] as const
export type LegalBasis = (typeof legalBases)[number]

export type ListType = {
  /** Who sends it and answers for what it says. */
  readonly owner: Owner
  readonly purpose: string
  readonly legalBasis: LegalBasis
  /** The file as received. */
  readonly rawKeptDays: number
  /** What it says about a person, after they left the list. */
  readonly entryKeptDays: number
  /** `whole`: who is missing has left. `additions`: a file holds only what is new. */
  readonly covers: 'whole' | 'additions'
  /** A row of a list of dwellings needs no name: the door is what matters. */
  readonly about: 'person' | 'dwelling'
}

type Rest = Partial<Pick<ListType, 'covers' | 'about'>> & { rawDays?: number; days?: number }

function type(
  owner: Owner,
  [purpose, legalBasis]: readonly [string, LegalBasis],
  { rawDays = 92, days = 365, ...rest }: Rest = {},
): ListType {
  const kept = { rawKeptDays: rawDays, entryKeptDays: days }
  return { owner, purpose, legalBasis, covers: 'whole', about: 'person', ...kept, ...rest }
}

const shielding = ['shielding-support', 'public-health-task'] as const
const tracing = ['isolation-support', 'public-health-task'] as const
const power = ['loss-of-supply', 'civil-contingencies'] as const
const medical = ['life-support-at-home', 'vital-interests'] as const
const warm = ['cold-homes', 'public-task'] as const
const alone = ['welfare-check', 'public-task'] as const
const water = ['flood-response', 'civil-contingencies'] as const
const wanted = ['support-asked-for', 'consent'] as const
const homes = { about: 'dwelling' } as const
const news = { covers: 'additions' } as const
const brief = { rawDays: 31, days: 92 } as const

export const listTypes = {
  spl: type('nhs-england', shielding),
  nsss: type('national-shielding-service', shielding, news),
  'nsss-churn': type('national-shielding-service', shielding, news),
  ctas: type('test-and-trace', tracing, { ...news, ...brief }),
  isolation: type('test-and-trace', tracing, { ...news, ...brief }),
  generic: type('council', wanted, news),
  beacon: type('test-and-trace', tracing, { ...news, ...brief }),
  'power-register': type('network-operator', power, brief),
  'gas-register': type('network-operator', power, brief),
  'water-register': type('network-operator', power, brief),
  'care-homes': type('care-provider', alone),
  'council-known': type('council', alone),
  'self-request': type('resident', wanted, news),
  'medical-equipment': type('health-trust', medical, brief),
  telecare: type('care-provider', medical),
  'all-electric': type('housing', power, homes),
  'lift-dependent': type('housing', power, homes),
  'at-risk-addresses': type('flood-authority', water, homes),
  'flooded-addresses': type('flood-authority', water, { ...homes, ...news }),
  'park-homes': type('council', water, homes),
  boats: type('council', water, homes),
  'over-75-alone': type('council', alone),
  'hospital-discharge': type('health-trust', alone, { ...news, ...brief }),
  'fuel-poor': type('council', warm),
  befriending: type('voluntary-sector', wanted),
  'food-bank': type('voluntary-sector', wanted),
  'care-rounds-failed': type('care-provider', alone, { ...news, ...brief }),
} as const satisfies Readonly<Record<string, ListType>>

export type ListTypeId = keyof typeof listTypes
export const listTypeIds = Object.keys(listTypes) as ListTypeId[]

/** A list that the council named itself is held as what the council knows. */
export function listTypeOf(list: string): ListType {
  const known: Readonly<Record<string, ListType>> = listTypes
  return (Object.hasOwn(known, list) && known[list]) || listTypes['council-known']
}
