// The directory for other directories: Open Referral UK 3.0, while the council gives it out.
import { systemId } from '../../access/index.ts'
import { listCouncils } from '../../events/index.ts'
import { idFrom } from '../../kernel/ids.ts'
import type { Ctx } from '../../web/request.ts'
import { type Asked, findServices } from '../domain/find-services.ts'
import type { Service } from '../domain/open-referral.ts'
import {
  atLocations,
  organizationsAmong,
  pageOf,
  perPageMax,
  shallow,
  taxonomiesAmong,
  termsAmong,
} from '../domain/publish.ts'
import { isPublic, servicesOf } from '../store/queries.ts'

const about = {
  version: 'HSDS-UK-3.0',
  profile: 'https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md',
  openapi_url: 'https://docs.openreferraluk.org/en/latest/openapi30.json',
}
const missing = { error: 'not found' }

/** GET /open-referral/:council */
export async function showAbout(c: Ctx) {
  return (await givenOut(c)) ? c.json(about) : c.json(missing, 404)
}

/** Undefined where there is no such council, or it gives nothing out. */
async function givenOut(c: Ctx): Promise<readonly Service[] | undefined> {
  const { node } = c.var
  const named = c.req.param('council')
  const council = (await listCouncils(node)).find(one => one.id === named)?.id
  if (!council) return undefined
  return node.store.transaction({ council, actor: systemId }, async tx =>
    (await isPublic(tx, council)) ? servicesOf(tx, council) : undefined,
  )
}

type Kind = {
  /** The whole of each, as it is asked for alone. */
  whole(services: readonly Service[]): readonly { readonly id: string }[]
  /** As it stands in a list. */
  listed(one: object): unknown
}

const taxonomyId = (name: string) => idFrom('taxonomy', name)

const kinds: Readonly<Record<string, Kind>> = {
  services: { whole: all => all, listed: shallow },
  service_at_locations: { whole: atLocations, listed: shallow },
  taxonomies: { whole: all => taxonomiesAmong(all, taxonomyId), listed: one => one },
  taxonomy_terms: { whole: termsAmong, listed: one => one },
  organizations: { whole: organizationsAmong, listed: shallow },
}

/** GET /open-referral/:council/:kind */
export async function showKind(c: Ctx) {
  const kind = kindOf(c)
  const all = kind && (await givenOut(c))
  if (!kind || !all) return c.json(missing, 404)
  const numbers = { page: numberIn(c, 'page', 1), perPage: numberIn(c, 'per_page', 50) }
  const asked = askedOf(c, all)
  if (numbers.page === undefined || numbers.perPage === undefined || !asked) {
    return c.json({ error: 'page, per_page and ages are numbers from 0 or 1 on' }, 400)
  }
  const found = kind.whole(findServices(all, asked)).map(kind.listed)
  const perPage = Math.min(numbers.perPage, perPageMax)
  return c.json(pageOf(found, { page: numbers.page, perPage }))
}

/** GET /open-referral/:council/:kind/:id */
export async function showOne(c: Ctx) {
  const kind = kindOf(c)
  const all = kind && (await givenOut(c))
  const id = c.req.param('id')?.toLowerCase()
  const found = all && kind?.whole(all).find(one => one.id.toLowerCase() === id)
  return found ? c.json(found) : c.json(missing, 404)
}

function kindOf(c: Ctx): Kind | undefined {
  const name = c.req.param('kind') ?? ''
  return Object.hasOwn(kinds, name) ? kinds[name] : undefined
}

function numberIn(c: Ctx, name: string, otherwise: number): number | undefined {
  const text = c.req.query(name)
  if (text === undefined) return otherwise
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined
}

/** A question that is empty was not asked. */
function askedOf(c: Ctx, all: readonly Service[]): Asked | undefined {
  const said = (name: string) => c.req.query(name) || undefined
  const ages = ['minimum_age', 'maximum_age'].map(name => said(name))
  if (ages.some(age => age !== undefined && !/^\d{1,3}$/.test(age))) return undefined
  const [minimumAge, maximumAge] = ages.map(age => (age === undefined ? age : Number(age)))
  const named = said('taxonomy_id')
  const taxonomy = taxonomiesAmong(all, taxonomyId).find(one => one.id === named)?.name ?? named
  return {
    search: said('search'),
    term: said('taxonomy_term_id'),
    taxonomy,
    minimumAge,
    maximumAge,
    day: said('day'),
    opensFrom: said('start_time'),
    closesBy: said('end_time'),
    postcode: said('postcode'),
  }
}
