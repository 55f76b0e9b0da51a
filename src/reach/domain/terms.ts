// The words of reaching: buckets that add up, kinds of member, ways to try.

/** Every member is in exactly one. reached + tried + untried + excused = listed. */
export const buckets = ['reached', 'tried', 'untried', 'excused'] as const
export type Bucket = (typeof buckets)[number]

export const memberKinds = ['person', 'dwelling', 'organisation'] as const
export type MemberKind = (typeof memberKinds)[number]

export const channels = ['call', 'doorstep', 'text', 'email', 'letter', 'inbound'] as const
export type Channel = (typeof channels)[number]

/** Why somebody is out of the count. */
export const excuses = [
  'died',
  'moved',
  'said-no',
  'listed-twice',
  'off-the-list',
  'not-inside',
  /** In hospital, in a care home, on a journey: until a day. */
  'away',
  /** Nobody lives in the home. */
  'empty',
] as const
export type Excuse = (typeof excuses)[number]

/** Why somebody is no longer meant: off every list of the rule, or no longer inside its area. */
export const dropReasons = ['off-the-list', 'not-inside'] as const
export type DropReason = (typeof dropReasons)[number]

/** Who rings people and records what happened. */
export const callerRoles = [
  'hub-manager',
  'call-handler',
  'village-coordinator',
  'officer',
  'village-group',
] as const
