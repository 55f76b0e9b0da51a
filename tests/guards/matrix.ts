// Who gets in where? One row for every route there is: the second, plainer statement of the rule.
import type { RoleName } from '../../src/access/index.ts'

/** H hub manager, C call handler, V village coordinator, O officer, D data protection, A admin. */
const letters: Readonly<Record<string, RoleName>> = {
  H: 'hub-manager',
  C: 'call-handler',
  V: 'village-coordinator',
  O: 'officer',
  D: 'data-protection-officer',
  A: 'system-administrator',
}

/** What an address may name; `secret` is a token that no list holds. */
export type Thing =
  | 'village'
  | 'zone'
  | 'street'
  | 'person'
  | 'need'
  | 'action'
  | 'campaign'
  | 'user'
  | 'secret'

/** What each `:gap` of an address names. */
export type Gaps = Readonly<Record<string, Thing>>

export type Row = {
  readonly route: string
  readonly roles: readonly RoleName[]
  /** True when it is open to people who are signed out. */
  readonly isPublic: boolean
  readonly gaps: Gaps
  /** Questions that fill the page with what it can show. */
  readonly queries: readonly string[]
}

type More = { readonly gaps?: Gaps; readonly queries?: readonly string[] }

function row(route: string, who: string, more: More = {}): Row {
  const roles = [...who].flatMap(letter => letters[letter] ?? [])
  return {
    route,
    roles,
    isPublic: who === 'all',
    gaps: more.gaps ?? {},
    queries: more.queries ?? [],
  }
}

const anyone = 'all'
const everyRole = 'HCVODA'

export const matrix: readonly Row[] = [
  row('GET /', anyone),
  row('GET /sign-in', anyone),
  row('GET /sign-in/:link', anyone, { gaps: { link: 'secret' } }),
  row('POST /sign-out', everyRole),
  row('GET /help', anyone),
  row('GET /accessibility', anyone),
  row('GET /privacy', anyone),
  row('GET /set-up/:token', anyone, { gaps: { token: 'secret' } }),
  row('POST /set-up/:token', anyone, { gaps: { token: 'secret' } }),
  row('GET /users', 'A'),
  row('GET /users/add', 'A'),
  row('POST /users/add', 'A'),
  row('GET /users/:user', 'A', { gaps: { user: 'user' } }),
  row('POST /users/:user/link', 'A', { gaps: { user: 'user' } }),
  row('POST /users/:user/disable', 'A', { gaps: { user: 'user' } }),
  row('GET /reads', 'D'),
  row('GET /people/:person/plan', 'HCVO', { gaps: { person: 'person' } }),
  row('POST /people/:person/plan', 'HCVO', { gaps: { person: 'person' } }),
  row('POST /actions/:id/take', 'HCVO', { gaps: { id: 'action' } }),
  row('POST /actions/:id/done', 'HCVO', { gaps: { id: 'action' } }),
  row('POST /needs/:id/met', 'HCVO', { gaps: { id: 'need' } }),
  row('GET /gaps', 'HCVO'),
  row('POST /places/:place/take', 'HVO', { gaps: { place: 'street' } }),
  row('GET /campaigns', 'HVO'),
  row('GET /campaigns/:campaign/coverage', 'HVO', { gaps: { campaign: 'campaign' } }),
  row('GET /campaigns/:campaign/members', 'HVO', { gaps: { campaign: 'campaign' } }),
  row('GET /villages', 'HVO'),
  row('GET /villages/:village', 'HVO', { gaps: { village: 'village' } }),
]
