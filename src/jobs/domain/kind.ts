// What is a kind of job? Data: its steps, who may do it, what they must know, and how to be safe.
import { z } from 'zod'
import { type MedicineCare, type Vetting, vettings } from './terms.ts'

const code = z.string().regex(/^[a-z][a-z0-9-]*$/)
const line = z.string().trim().min(1).max(160)

/** What a volunteer is told of the person, beside first name and initial. */
export const factNames = ['address', 'phone', 'items', 'from'] as const
export type FactName = (typeof factNames)[number]

const Safely = z.strictObject({
  /** Two: neither sees the door before there are two. */
  people: z.union([z.literal(1), z.literal(2)]),
  light: z.enum(['any', 'day']),
  vehicle: z.enum(['none', 'car', 'van', '4x4']),
  weather: z.enum(['any', 'not-in-warning']),
  /** When to stop and turn round. */
  stop: z.array(line).min(1).max(5),
  /** So long after they set out we ask whether they are home; null: it is not asked. */
  homeMinutes: z.number().int().min(30).max(480).nullable(),
})

const Kind = z.strictObject({
  code,
  label: line,
  /** How it is asked of somebody who knows nothing of the person yet. */
  ask: line,
  /** At a door, by phone, or somewhere without a person. */
  where: z.enum(['door', 'phone', 'site']),
  /** Needs for which it is proposed. */
  needKinds: z.array(code).max(9),
  steps: z.array(line).min(2).max(8),
  rules: z.array(line).max(6),
  vetting: z.enum(vettings),
  training: z.array(code).max(3),
  facts: z.array(z.enum(factNames)).max(factNames.length),
  medicine: z.boolean(),
  safely: Safely,
  /** A claim frees itself after so many hours. */
  claimHours: z.number().int().min(1).max(72),
  minutes: z.number().int().min(5).max(480),
})

/** What fits its form may still contradict itself. */
export const JobKind = Kind.superRefine((kind, { addIssue }) => {
  const wrong = (path: string, message: string) =>
    addIssue({ code: 'custom', path: [path], message })
  const { where, facts, medicine, rules, vetting } = kind
  if (where === 'site' && facts.length > 0) wrong('facts', 'a site has no person to know of')
  if (where === 'phone' && facts.includes('address')) wrong('facts', 'a call needs no address')
  if (where === 'door' && !facts.includes('address')) wrong('facts', 'a door has an address')
  if (medicine && facts.includes('items')) wrong('facts', 'a volunteer learns no medicine')
  if (medicine && !rules.some(rule => rule.startsWith('Never leave it'))) {
    wrong('rules', 'medicine is never left on the step')
  }
  if (where !== 'site' && vetting === 'none') wrong('vetting', 'who meets somebody is known')
})
export type JobKind = z.infer<typeof JobKind>

/** A controlled drug is carried by somebody who was checked further. */
export function vettingFor(kind: JobKind, care: readonly MedicineCare[]): Vetting {
  if (!care.includes('controlled')) return kind.vetting
  const least = vettings.indexOf('basic')
  return vettings[Math.max(least, vettings.indexOf(kind.vetting))] ?? 'basic'
}
