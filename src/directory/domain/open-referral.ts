// What is a service, as Open Referral UK 3.0 publishes it? More may stand in it; it is kept.
import { z } from 'zod'

export const statuses = ['active', 'inactive', 'defunct', 'temporarily closed'] as const

const text = z.string().max(5_000)
const id = z.guid({ error: 'must be a UUID' })
const uri = z.url({ error: 'must be a web address, like https://example.org' })
const email = z.email({ error: 'must be an e-mail address, like help@example.org' })
const day = z.iso.date({ error: 'must be a day, like 2026-04-06' })
const some = <T extends z.ZodType>(one: T) => z.array(one).max(200).optional()

export const Term = z.looseObject({
  id,
  name: text,
  description: text.optional(),
  parent_id: id.optional(),
  taxonomy: text.optional(),
  term_uri: uri.optional(),
})
export type Term = z.infer<typeof Term>

export const Schedule = z.looseObject({
  id,
  valid_from: day.optional(),
  valid_to: day.optional(),
  freq: z.enum(['WEEKLY', 'MONTHLY']).optional(),
  /** RFC 5545: MO,TU. */
  byday: text.optional(),
  opens_at: text.optional(),
  closes_at: text.optional(),
  description: text.optional(),
})
export type Schedule = z.infer<typeof Schedule>

const Address = z.looseObject({
  address_1: text.optional(),
  city: text.optional(),
  postal_code: text.optional(),
})

const AtLocation = z.looseObject({
  id,
  location: z
    .looseObject({
      id,
      name: text.optional(),
      latitude: z.number().optional(),
      longitude: z.number().optional(),
      addresses: some(Address),
    })
    .optional(),
})

export const Organization = z.looseObject({
  id,
  name: text,
  description: text.optional(),
  email: email.optional(),
  website: uri.optional(),
  uri: uri.optional(),
})

export const Service = z.looseObject({
  id,
  name: text.min(1),
  status: z.enum(statuses),
  description: text.optional(),
  url: uri.optional(),
  email: email.optional(),
  fees: text.optional(),
  accreditations: text.optional(),
  minimum_age: z.number().optional(),
  maximum_age: z.number().optional(),
  assured_date: day.optional(),
  assurer_email: email.optional(),
  alert: text.optional(),
  last_modified: z.iso.datetime({ offset: true }).optional(),
  schedules: some(Schedule),
  service_areas: some(z.looseObject({ id, name: text.optional() })),
  service_at_locations: some(AtLocation),
  languages: some(z.looseObject({ id, name: text.optional() })),
  organization: Organization.optional(),
  funding: some(z.looseObject({ id })),
  cost_options: some(z.looseObject({ id })),
  contacts: some(z.looseObject({ id, phones: some(z.looseObject({ number: text })) })),
  phones: some(z.looseObject({ number: text })),
  attributes: some(z.looseObject({ id, taxonomy_term: Term.optional() })),
})
export type Service = z.infer<typeof Service>

export function termsOf(service: Service): readonly Term[] {
  return (service.attributes ?? []).flatMap(one => one.taxonomy_term ?? [])
}
