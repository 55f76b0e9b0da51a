// How does one village work? A flavour is data: what it leaves out is as the council has it.
import { z } from 'zod'

export const divisions = ['zones', 'streets', 'clusters-of-ten', 'whole-village'] as const
export const callerRoles = ['councillor', 'street-lead', 'volunteer-pair', 'hub'] as const
export const askWays = ['call', 'doorstep', 'text', 'email', 'letter'] as const
export const paymentWays = [
  'resident-card-by-phone',
  'prepaid-at-shop',
  'volunteer-card',
  'bank-transfer',
  'receipt-then-cash',
] as const

const sentence = z.string().trim().min(1).max(200)
const name = z.string().trim().min(1).max(80)

const Shop = z.strictObject({
  name,
  takesPhoneOrders: z.boolean(),
  arrangement: sentence.optional(),
})

const Limits = z.strictObject({
  jobsEach: z.number().int().min(1).max(20),
  hoursToAnswer: z.number().int().min(1).max(72),
  daysToKeepPromise: z.number().int().min(1).max(14),
})

const once = (values: readonly string[]) => new Set(values).size === values.length

const entries = {
  dividesBy: z.enum(divisions),
  /** Who is asked first, then next. */
  callers: z.array(z.enum(callerRoles)).min(1).refine(once, 'each only once'),
  channels: z.array(z.enum(askWays)).min(1).refine(once, 'each only once'),
  /** Said as well as the council's script, never instead of it. */
  scriptAdditions: z.array(sentence).max(5),
  payments: z.array(z.enum(paymentWays)).min(1).refine(once, 'each only once'),
  shops: z.array(Shop).max(20),
  volunteersWill: z.array(sentence).max(20),
  limits: Limits,
}

export const Flavour = z.strictObject(entries)
export type Flavour = z.infer<typeof Flavour>

/** What a village's file holds: its name, and only where it differs from the council. */
export const FlavourFile = Flavour.partial().extend({ village: name })
export type FlavourFile = z.infer<typeof FlavourFile>

/** In the order in which they are read and shown. */
export const aspects = Object.keys(entries) as readonly (keyof Flavour)[]

export function withDefaults({ village: _village, ...own }: FlavourFile, council: Flavour) {
  return { ...council, ...own } satisfies Flavour
}

/** Another village's way of working under one's own name: to be looked at before it is used. */
export function copied(from: FlavourFile, village: string): FlavourFile {
  return { ...from, village }
}
