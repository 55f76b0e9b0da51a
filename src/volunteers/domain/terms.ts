// The words of volunteers: how far they were checked, what was seen, and how they travel.

/** From nothing to the most that is asked. A higher one holds the lower ones. */
export const vettings = ['none', 'identity', 'basic', 'standard', 'enhanced'] as const
export type Vetting = (typeof vettings)[number]

/** What can be seen of somebody. The first four say how far they are checked. */
export const checkKinds = [
  'identity',
  'basic',
  'standard',
  'enhanced',
  'references',
  'training',
] as const
export type CheckKind = (typeof checkKinds)[number]

/** What kinds of jobs ask for, and what a coordinator likes to know. */
export const trainings = [
  'befriending',
  'first-aid',
  'food-hygiene',
  'off-road',
  'radio',
  'registers',
  'safeguarding',
  'warden',
] as const
export type Training = (typeof trainings)[number]

export const transports = ['foot', 'cycle', 'car', 'van', '4x4'] as const
export type Transport = (typeof transports)[number]

/** Why somebody is asked for nothing: a code, because words about them would outlive it. */
export const standDownReasons = ['asked', 'unwell', 'check', 'concern', 'other'] as const
export type StandDownReason = (typeof standDownReasons)[number]
