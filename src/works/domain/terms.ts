// What can work or be out in a place?
export const services = ['landline', 'mobile', 'road', 'power'] as const
export type Service = (typeof services)[number]

export const workings = ['works', 'out', 'not-known'] as const
export type Working = (typeof workings)[number]
