// Who gets in where? One row for every route there is: the second, plainer statement of the rule.
// As long as there are routes.
import type { RoleName } from '../../src/access/index.ts'

/**
 * H hub manager, C call handler, V village coordinator, O officer, D data protection, A admin,
 * K councillor, G village group.
 */
const letters: Readonly<Record<string, RoleName>> = {
  H: 'hub-manager',
  C: 'call-handler',
  V: 'village-coordinator',
  O: 'officer',
  D: 'data-protection-officer',
  A: 'system-administrator',
  K: 'councillor',
  G: 'village-group',
}

/** What an address may name; `secret` is a token that no list holds. */
export type Thing =
  | 'village'
  | 'zone'
  | 'street'
  | 'person'
  | 'household'
  | 'organisation'
  | 'need'
  | 'action'
  | 'campaign'
  | 'campaign run by all'
  | 'member'
  | 'review'
  | 'joined'
  | 'file'
  | 'version'
  | 'entry'
  | 'user'
  | 'placesFile'
  | 'placesVersion'
  | 'question'
  | 'subscription'
  | 'sealed'
  | 'secret'

/** What each `:gap` of an address names. */
export type Gaps = Readonly<Record<string, Thing>>

export type Row = {
  readonly route: string
  readonly roles: readonly RoleName[]
  /** True when it is open to people who are signed out. */
  readonly isPublic: boolean
  /** True when whoever is signed in gets in, also without a grant. */
  readonly isForSignedIn: boolean
  readonly gaps: Gaps
  /** Questions that fill the page with what it can show. */
  readonly queries: readonly string[]
}

const anyone = 'all'
const everyRole = 'HCVODAKG'

/** In a row's words only: no permission, no grant, no code of ours. */
export function mayEnter(row: Row, visitor: { role: RoleName | null; isSignedIn: boolean }) {
  if (row.isPublic || (row.isForSignedIn && visitor.isSignedIn)) return true
  return visitor.role !== null && row.roles.includes(visitor.role)
}

type More = { readonly gaps?: Gaps; readonly queries?: readonly string[] }

function row(route: string, who: string, more: More = {}): Row {
  const roles = [...who].flatMap(letter => letters[letter] ?? [])
  return {
    route,
    roles,
    isPublic: who === 'all',
    isForSignedIn: who === everyRole,
    gaps: more.gaps ?? {},
    queries: more.queries ?? [],
  }
}

export const matrix: readonly Row[] = [
  row('GET /live', everyRole),
  row('GET /api/openapi.json', anyone),
  row('GET /tokens', 'A'),
  row('GET /tokens/add', 'A'),
  row('POST /tokens/add', 'A'),
  row('POST /tokens/:token/end', 'A', { gaps: { token: 'secret' } }),
  row('GET /notices', 'A'),
  row('POST /notices/hosts', 'A'),
  row('GET /notices/add', 'A'),
  row('POST /notices/add', 'A'),
  row('GET /notices/:subscription', 'A', { gaps: { subscription: 'subscription' } }),
  row('POST /notices/:subscription/test', 'A', { gaps: { subscription: 'subscription' } }),
  row('POST /notices/:subscription/pause', 'A', { gaps: { subscription: 'subscription' } }),
  row('POST /notices/:subscription/resume', 'A', { gaps: { subscription: 'subscription' } }),
  row('POST /notices/:subscription/rotate', 'A', { gaps: { subscription: 'subscription' } }),
  row('POST /notices/:subscription/replay', 'A', { gaps: { subscription: 'subscription' } }),
  row('POST /notices/:subscription/end', 'A', { gaps: { subscription: 'subscription' } }),
  row('GET /language/:lang', anyone, { gaps: { lang: 'secret' } }),
  row('GET /', anyone),
  row('GET /sign-in', anyone),
  row('GET /sign-in/:link', anyone, { gaps: { link: 'secret' } }),
  row('POST /sign-in/:council/sso', anyone, { gaps: { council: 'secret' } }),
  row('GET /sign-in/:council/sso/answer', anyone, { gaps: { council: 'secret' } }),
  row('POST /sign-in/:council/passkey/begin', anyone, { gaps: { council: 'secret' } }),
  row('POST /sign-in/:council/passkey', anyone, { gaps: { council: 'secret' } }),
  row('GET /sign-in/:council/code', anyone, { gaps: { council: 'secret' } }),
  row('POST /sign-in/:council/code', anyone, { gaps: { council: 'secret' } }),
  row('GET /sign-in/:council/code/enter', anyone, { gaps: { council: 'secret' } }),
  row('POST /sign-in/:council/code/enter', anyone, { gaps: { council: 'secret' } }),
  row('GET /health', 'A'),
  row('GET /me', everyRole),
  row('POST /me/sessions/end-others', everyRole),
  row('POST /me/sessions/:session/end', everyRole, { gaps: { session: 'secret' } }),
  row('POST /me/passkeys/begin', everyRole),
  row('POST /me/passkeys', everyRole),
  row('POST /me/passkeys/prove', everyRole),
  row('POST /me/passkeys/:passkey/name', everyRole, { gaps: { passkey: 'secret' } }),
  row('POST /me/passkeys/:passkey/remove', everyRole, { gaps: { passkey: 'secret' } }),
  row('GET /sign-in-settings', 'A'),
  row('POST /sign-in-settings', 'A'),
  row('POST /sign-in-settings/remove', 'A'),
  row('POST /sign-in-settings/test', 'A'),
  row('POST /sign-in-settings/groups', 'A'),
  row('POST /sign-in-settings/groups/:rule/remove', 'A', { gaps: { rule: 'secret' } }),
  row('GET /sessions', 'A'),
  row('POST /sessions/:user/end', 'A', { gaps: { user: 'user' } }),
  row('GET /sign-ins', 'A'),
  row('GET /emergencies', 'DA'),
  row('POST /emergencies/:user/review', 'DA', { gaps: { user: 'secret' } }),
  row('POST /sign-out', everyRole),
  row('GET /help', anyone),
  row('GET /accessibility', anyone),
  row('GET /privacy', anyone),
  row('GET /set-up/:token', anyone, { gaps: { token: 'secret' } }),
  row('POST /set-up/:token', anyone, { gaps: { token: 'secret' } }),
  row('GET /agreement', everyRole),
  row('POST /agreement', everyRole),
  row('GET /standing', everyRole),
  row('GET /users', 'A'),
  row('GET /users/add', 'A'),
  row('POST /users/add', 'A'),
  row('GET /users/staff', 'A'),
  row('POST /users/staff', 'A'),
  row('GET /users/staff.csv', 'A'),
  row('GET /users/staff/:file', 'A', { gaps: { file: 'secret' } }),
  row('POST /users/staff/:file', 'A', { gaps: { file: 'secret' } }),
  row('GET /users/:user', 'A', { gaps: { user: 'user' } }),
  row('POST /users/:user/link', 'A', { gaps: { user: 'user' } }),
  row('POST /users/:user/disable', 'A', { gaps: { user: 'user' } }),
  row('POST /users/:user/enable', 'A', { gaps: { user: 'user' } }),
  row('POST /users/:user/suspend', 'A', { gaps: { user: 'user' } }),
  row('POST /users/:user/suspensions/:suspension/lift', 'A', {
    gaps: { user: 'user', suspension: 'secret' },
  }),
  row('GET /users/:user/grants/add', 'A', { gaps: { user: 'user' } }),
  row('POST /users/:user/grants/add', 'A', { gaps: { user: 'user' } }),
  row('GET /users/:user/grants/:grant', 'A', { gaps: { user: 'user', grant: 'secret' } }),
  row('POST /users/:user/grants/:grant/until', 'A', { gaps: { user: 'user', grant: 'secret' } }),
  row('POST /users/:user/grants/:grant/end', 'A', { gaps: { user: 'user', grant: 'secret' } }),
  row('GET /roles', 'A'),
  row('GET /access-rules', 'A'),
  row('POST /access-rules/quiet', 'A'),
  row('POST /access-rules/agreement', 'A'),
  row('GET /reads', 'D'),
  row('POST /reads/find', 'D'),
  row('GET /reads/settings', 'D'),
  row('POST /reads/settings/names', 'D'),
  row('POST /reads/settings/homes', 'D'),
  row('GET /questions', 'DA'),
  row('GET /questions/:question', 'DA', { gaps: { question: 'secret' } }),
  row('POST /questions/:question', 'DA', { gaps: { question: 'secret' } }),
  row('GET /reads/people/:person', 'D', {
    gaps: { person: 'person' },
    queries: ['?month=2026-04'],
  }),
  row('GET /open-in-emergency', 'HCO'),
  row('POST /open-in-emergency', 'HCO'),
  row('GET /openings', 'D'),
  row('GET /openings/:opening', 'HCO', { gaps: { opening: 'secret' } }),
  row('POST /openings/:opening/end', 'HCO', { gaps: { opening: 'secret' } }),
  row('POST /openings/:opening/review', 'D', { gaps: { opening: 'secret' } }),
  row('GET /reads/people/:person/report', 'D', { gaps: { person: 'secret' } }),
  row('GET /reads/people/:person/report.csv', 'D', { gaps: { person: 'secret' } }),
  row('GET /messages', 'A'),
  row('POST /messages/server', 'A'),
  row('POST /messages/server/remove', 'A'),
  row('POST /messages/test', 'A'),
  row('GET /people/:person/plan', 'HCVOG', { gaps: { person: 'person' } }),
  row('POST /people/:person/plan', 'HCVOG', { gaps: { person: 'person' } }),
  row('POST /people/:person/needs', 'HCVOG', { gaps: { person: 'person' } }),
  row('POST /actions/:id/take', 'HCVOG', { gaps: { id: 'action' } }),
  row('POST /actions/:id/done', 'HCVOG', { gaps: { id: 'action' } }),
  row('POST /needs/:id/met', 'HCVOG', { gaps: { id: 'need' } }),
  row('GET /gaps', 'HCVOG'),
  row('POST /places/:place/take', 'HVO', { gaps: { place: 'street' } }),
  row('GET /campaigns', 'HVOK'),
  row('GET /campaigns/:campaign/coverage', 'HVOK', { gaps: { campaign: 'campaign' } }),
  row('GET /campaigns/:campaign/members', 'HVOK', { gaps: { campaign: 'campaign' } }),
  row('GET /villages', 'HVOK'),
  row('GET /villages/:village', 'HVOK', { gaps: { village: 'village' } }),
  row('GET /villages/:village/organisations', 'HVO', { gaps: { village: 'village' } }),
  row('POST /villages/:village/organisations', 'HVO', { gaps: { village: 'village' } }),
  row('GET /organisations/:organisation', 'HVO', { gaps: { organisation: 'organisation' } }),
  row('POST /organisations/:organisation', 'HVO', { gaps: { organisation: 'organisation' } }),
  row('GET /find', 'HCVOK', { queries: ['?q=Canarywood'] }),
  row('GET /households/:id', 'HCVOK', { gaps: { id: 'household' } }),
  row('GET /find/hits', 'HCVOK', { queries: ['?q=Canarywood'] }),
  row('GET /people/add', 'HCVO'),
  row('POST /people/add', 'HCVO'),
  row('GET /people/:id', 'HCVOK', { gaps: { id: 'person' } }),
  row('POST /people/:id/flags', 'HCVO', { gaps: { id: 'person' } }),
  row('POST /people/:id/flags/lower', 'O', { gaps: { id: 'person' } }),
  row('POST /people/:id/confirm', 'O', { gaps: { id: 'person' } }),
  row('POST /people/:id/contact-points', 'HCVO', { gaps: { id: 'person' } }),
  row('POST /people/:id/contact-points/unbar', 'O', { gaps: { id: 'person' } }),
  row('GET /people/:id/alike', 'HCVO', { gaps: { id: 'person' } }),
  row('POST /people/:id/alike', 'HCVO', { gaps: { id: 'person' } }),
  row('GET /people/:id/part', 'HO', { gaps: { id: 'joined' } }),
  row('POST /people/:id/part', 'HO', { gaps: { id: 'joined' } }),
  row('POST /people/:id/apart/end', 'HO', { gaps: { id: 'person' } }),
  row('GET /strays', 'HO'),
  row('POST /strays/:stray', 'HO', { gaps: { stray: 'secret' } }),
  row('GET /people/:id/correct', 'HO', { gaps: { id: 'person' } }),
  row('POST /people/:id/correct', 'HO', { gaps: { id: 'person' } }),
  row('GET /reviews', 'HO'),
  row('GET /reviews/next', 'HO'),
  row('GET /reviews/:id', 'HO', { gaps: { id: 'review' } }),
  row('POST /reviews/:id', 'HO', { gaps: { id: 'review' } }),
  row('POST /reviews/:id/undo', 'HO', { gaps: { id: 'review' } }),
  row('GET /campaigns/:campaign/members.csv', 'HO', { gaps: { campaign: 'campaign' } }),
  row('GET /campaigns/:campaign/members.xlsx', 'HO', { gaps: { campaign: 'campaign' } }),
  row('GET /campaigns/:campaign/coverage.csv', 'HO', { gaps: { campaign: 'campaign' } }),
  row('GET /campaigns/:campaign/coverage.xlsx', 'HO', { gaps: { campaign: 'campaign' } }),
  row('GET /villages.csv', 'HO'),
  row('GET /villages.xlsx', 'HO'),
  row('GET /villages/:village/streets.csv', 'HO', { gaps: { village: 'village' } }),
  row('GET /villages/:village/streets.xlsx', 'HO', { gaps: { village: 'village' } }),
  row('GET /gaps.csv', 'HO'),
  row('GET /gaps.xlsx', 'HO'),
  row('GET /call-backs.csv', 'HO'),
  row('GET /call-backs.xlsx', 'HO'),
  row('GET /lists/held.csv', 'H'),
  row('GET /lists/held.xlsx', 'H'),
  row('GET /users.csv', 'A'),
  row('GET /users.xlsx', 'A'),
  row('GET /sign-ins.csv', 'A'),
  row('GET /sign-ins.xlsx', 'A'),
  row('GET /reads.csv', 'D'),
  row('GET /reads.xlsx', 'D'),
  row('GET /reads/people/:person/looks.csv', 'D', { gaps: { person: 'person' } }),
  row('GET /reads/people/:person/looks.xlsx', 'D', { gaps: { person: 'person' } }),
  row('GET /questions.csv', 'D'),
  row('GET /questions.xlsx', 'D'),
  row('GET /openings.csv', 'D'),
  row('GET /openings.xlsx', 'D'),
  row('GET /places/files.csv', 'HA'),
  row('GET /places/files.xlsx', 'HA'),
  row('GET /places/where.csv', 'HO'),
  row('GET /places/where.xlsx', 'HO'),
  row('GET /villages/:village/organisations.csv', 'HO', { gaps: { village: 'village' } }),
  row('GET /villages/:village/organisations.xlsx', 'HO', { gaps: { village: 'village' } }),
  row('GET /places/files/:file/rows.csv', 'HA', { gaps: { file: 'placesFile' } }),
  row('GET /places/files/:file/rows.xlsx', 'HA', { gaps: { file: 'placesFile' } }),
  row('GET /places/versions/:version/rows.csv', 'HA', { gaps: { version: 'placesVersion' } }),
  row('GET /places/versions/:version/rows.xlsx', 'HA', { gaps: { version: 'placesVersion' } }),
  row('GET /reviews.csv', 'HO'),
  row('GET /reviews.xlsx', 'HO'),
  row('GET /lists/files/:file/rows.csv', 'H', { gaps: { file: 'file' } }),
  row('GET /lists/files/:file/rows.xlsx', 'H', { gaps: { file: 'file' } }),
  row('GET /lists/versions/:version/rows.csv', 'H', { gaps: { version: 'version' } }),
  row('GET /lists/versions/:version/rows.xlsx', 'H', { gaps: { version: 'version' } }),
  row('GET /lists/versions/:version/report.xlsx', 'H', { gaps: { version: 'version' } }),
  row('GET /council-copy', 'DA'),
  row('POST /council-copy', 'DA'),
  row('POST /council-copy/:file/judge', 'DA', { gaps: { file: 'secret' } }),
  row('POST /council-copy/:file/take', 'DA', { gaps: { file: 'secret' } }),
  row('GET /files-out', 'HOD'),
  row('POST /files-out', 'HOD'),
  row('GET /files-out/:file', 'HOD', { gaps: { file: 'secret' } }),
  row('POST /files-out/:file/judge', 'HOD', { gaps: { file: 'secret' } }),
  row('POST /files-out/:file/take', 'HOD', { gaps: { file: 'secret' } }),
  row('GET /erase', 'D'),
  row('POST /erase', 'D'),
  row('GET /call', 'HCVOG'),
  row('GET /call/:member', 'HCVOG', { gaps: { member: 'member' } }),
  row('POST /call/:member', 'HCVOG', { gaps: { member: 'member' } }),
  row('POST /call/:member/door', 'HCVOG', { gaps: { member: 'member' } }),
  row('POST /call/:member/put-back', 'HCVOG', { gaps: { member: 'member' } }),
  row('GET /call-backs', 'HCVOG'),
  row('GET /campaigns/open', 'HO'),
  row('POST /campaigns/open', 'HO'),
  row('GET /campaigns/:campaign/run', 'HO', { gaps: { campaign: 'campaign run by all' } }),
  row('POST /campaigns/:campaign/rounds', 'HO', { gaps: { campaign: 'campaign run by all' } }),
  row('POST /campaigns/:campaign/newcomers', 'HO', { gaps: { campaign: 'campaign run by all' } }),
  row('GET /lists', 'H'),
  row('GET /lists/versions/:version/undo', 'H', { gaps: { version: 'version' } }),
  row('POST /lists/versions/:version/undo', 'H', { gaps: { version: 'version' } }),
  row('GET /sealed', 'HOD'),
  row('POST /sealed', 'H'),
  row('POST /sealed/occasions', 'HO'),
  row('POST /sealed/occasions/:occasion/end', 'HO', { gaps: { occasion: 'secret' } }),
  row('GET /sealed/lists/:sealed', 'HOD', { gaps: { sealed: 'sealed' } }),
  row('POST /sealed/lists/:sealed/file', 'H', { gaps: { sealed: 'sealed' } }),
  row('POST /sealed/lists/:sealed/open', 'HO', { gaps: { sealed: 'sealed' } }),
  row('POST /sealed/lists/:sealed/close', 'HO', { gaps: { sealed: 'sealed' } }),
  row('POST /sealed/lists/:sealed/destroy', 'H', { gaps: { sealed: 'sealed' } }),
  row('GET /sealed/lists/:sealed/receipt.csv', 'HOD', { gaps: { sealed: 'secret' } }),
  row('GET /sealed/holders', 'HOD'),
  row('POST /sealed/holders', 'H'),
  row('POST /sealed/holders/:holder/remove', 'H', { gaps: { holder: 'secret' } }),
  row('GET /sealed/holders.csv', 'H'),
  row('GET /sealed/holders.xlsx', 'H'),
  row('GET /lists/entries/:entry', 'H', { gaps: { entry: 'entry' } }),
  row('GET /lists/basis', 'H'),
  row('POST /lists/basis', 'H'),
  row('GET /lists/basis.csv', 'H'),
  row('GET /lists/basis.xlsx', 'H'),
  row('GET /lists/versions/:version/dropped.csv', 'H', { gaps: { version: 'version' } }),
  row('GET /lists/versions/:version/dropped.xlsx', 'H', { gaps: { version: 'version' } }),
  row('GET /lists/files/:file/dropped.csv', 'H', { gaps: { file: 'file' } }),
  row('GET /lists/files/:file/dropped.xlsx', 'H', { gaps: { file: 'file' } }),
  row('GET /lists/held', 'H'),
  row('GET /lists/held/:entry', 'H', { gaps: { entry: 'entry' } }),
  row('POST /lists/held/:entry', 'H', { gaps: { entry: 'entry' } }),
  row('POST /lists/:list/files', 'H', { gaps: { list: 'secret' } }),
  row('GET /lists/files/:file', 'H', { gaps: { file: 'file' } }),
  row('GET /lists/files/:file/rows', 'H', { gaps: { file: 'file' } }),
  row('GET /lists/files/:file/columns', 'H', { gaps: { file: 'file' } }),
  row('POST /lists/files/:file/columns', 'H', { gaps: { file: 'file' } }),
  row('POST /lists/files/:file/renamed', 'H', { gaps: { file: 'file' } }),
  row('POST /lists/files/:file/load', 'H', { gaps: { file: 'file' } }),
  row('POST /lists/files/:file/throw-away', 'H', { gaps: { file: 'file' } }),
  row('GET /lists/versions/:version', 'H', { gaps: { version: 'version' } }),
  row('GET /lists/versions/:version/rows', 'H', { gaps: { version: 'version' } }),
  row('GET /lists/versions/:version/dropped', 'H', { gaps: { version: 'version' } }),
  row('GET /lists/files/:file/dropped', 'H', { gaps: { file: 'file' } }),
  row('GET /lists/versions/:version/report.csv', 'H', { gaps: { version: 'version' } }),
  row('GET /lists/versions/:version/sender.csv', 'H', { gaps: { version: 'version' } }),
  row('GET /places/files', 'HA'),
  row('POST /places/files', 'HA'),
  row('GET /places/files/:file', 'HA', { gaps: { file: 'placesFile' } }),
  row('GET /places/files/:file/rows', 'HA', { gaps: { file: 'placesFile' } }),
  row('POST /places/files/:file/read', 'HA', { gaps: { file: 'placesFile' } }),
  row('POST /places/files/:file/load', 'HA', { gaps: { file: 'placesFile' } }),
  row('POST /places/files/:file/throw-away', 'HA', { gaps: { file: 'placesFile' } }),
  row('GET /places/versions/:version', 'HA', { gaps: { version: 'placesVersion' } }),
  row('GET /places/versions/:version/rows', 'HA', { gaps: { version: 'placesVersion' } }),
  row('GET /places/versions/:version/report.csv', 'HA', { gaps: { version: 'placesVersion' } }),
  row('POST /places/versions/:version/undo', 'HA', { gaps: { version: 'placesVersion' } }),
  row('GET /places/where', 'HO'),
  row('GET /places/where/:question', 'HO', { gaps: { question: 'question' } }),
  row('POST /places/where/:question', 'HO', { gaps: { question: 'question' } }),
  row('POST /places/known', 'HO'),
  row('GET /places/map', 'HOVAK'),
  row('GET /places/map/full', 'HOVAK'),
  row('GET /places/map/places.json', 'HOVAK'),
  row('GET /places/map/library/:name', 'HOVAK', { gaps: { name: 'secret' } }),
  row('GET /places/:place', 'HOVAK', { gaps: { place: 'village' } }),
]
