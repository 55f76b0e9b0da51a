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

/** What each `:gap` of the address names; `secret` is a token that no list holds. */
export type Gaps = Readonly<
  Record<string, 'village' | 'zone' | 'street' | 'person' | 'user' | 'secret'>
>

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
  row('GET /set-up/:token', anyone, { gaps: { token: 'secret' } }),
  row('POST /set-up/:token', anyone, { gaps: { token: 'secret' } }),
  row('GET /users', 'A'),
  row('GET /users/add', 'A'),
  row('POST /users/add', 'A'),
  row('GET /users/:user', 'A', { gaps: { user: 'user' } }),
  row('POST /users/:user/link', 'A', { gaps: { user: 'user' } }),
  row('POST /users/:user/disable', 'A', { gaps: { user: 'user' } }),
  row('GET /reads', 'D'),
]
