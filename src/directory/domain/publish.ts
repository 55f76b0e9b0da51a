// How is the directory given out? In the shapes and pages of the published interface.
import { type Service, type Term, termsOf } from './open-referral.ts'

export const perPageMax = 100

export type Paged = {
  readonly total_items: number
  readonly total_pages: number
  readonly page_number: number
  readonly size: number
  readonly first_page: boolean
  readonly last_page: boolean
  readonly empty: boolean
  readonly contents: readonly unknown[]
}

export function pageOf(
  all: readonly unknown[],
  { page, perPage }: { readonly page: number; readonly perPage: number },
): Paged {
  const pages = Math.max(1, Math.ceil(all.length / perPage))
  const contents = all.slice((page - 1) * perPage, page * perPage)
  return {
    total_items: all.length,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  }
}

/** Of a list: only what it holds once; of its organisation the same. */
export function shallow(service: object): Readonly<Record<string, unknown>> {
  const entries = Object.entries(service).filter(([, value]) => !Array.isArray(value))
  return Object.fromEntries(
    entries.map(([name, value]) => [name, isObject(value) ? shallow(value) : value]),
  )
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

type Taxonomy = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly taxonomy_terms: readonly Term[]
}

/** Every term that some service has, once. */
export function termsAmong(services: readonly Service[]): readonly Term[] {
  const all = services.flatMap(one => termsOf(one).map(term => [term.id, term] as const))
  return [...new Map(all).values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** By the names that terms give; `idOf` makes the same id of the same name, always. */
export function taxonomiesAmong(
  services: readonly Service[],
  idOf: (name: string) => string,
): readonly Taxonomy[] {
  const byName = Map.groupBy(termsAmong(services), term => term.taxonomy ?? 'unnamed')
  return [...byName].map(([name, taxonomy_terms]) => ({
    id: idOf(name),
    name,
    description: name,
    taxonomy_terms,
  }))
}

/** Each place of each service, with the service in it. */
export function atLocations(services: readonly Service[]) {
  return services.flatMap(({ service_at_locations = [], ...service }) =>
    service_at_locations.map(one => ({ ...one, service })),
  )
}

/** Every organisation that some service names, once, with its services when asked alone. */
export function organizationsAmong(services: readonly Service[]) {
  const named = services.filter(one => one.organization !== undefined)
  const byId = Map.groupBy(named, one => one.organization?.id ?? '')
  return [...byId.values()].map(all => ({
    id: all[0]?.organization?.id ?? '',
    ...all[0]?.organization,
    services: all.map(({ organization: _of, ...service }) => service),
  }))
}
