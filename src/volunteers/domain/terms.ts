// The words of volunteers: how far they were checked, and how they travel.

/** From nothing to the most that is asked. A higher one holds the lower ones. */
export const vettings = ['none', 'identity', 'basic', 'standard', 'enhanced'] as const
export type Vetting = (typeof vettings)[number]

export const transports = ['foot', 'cycle', 'car', 'van', '4x4'] as const
export type Transport = (typeof transports)[number]
