// What does a row of a staff file say? Who, which roles, where, from when, until when, or left.
import { londonInstant } from '../../kernel/london.ts'
import { type RoleName, roleNames } from '../actor.ts'

export const staffRowsMax = 2_000

export const rowReasons = [
  'emailWrong',
  'nameMissing',
  'roleUnknown',
  'roleMissing',
  'placeUnknown',
  'placeMissing',
  'placeNotForRole',
  'untilMissing',
  'dayWrong',
  'endsBeforeBegins',
  'toOneself',
  'lastAdministrator',
  'twoOfOneAddress',
  'tooMany',
] as const
export type RowReason = (typeof rowReasons)[number]

export type StaffRow = {
  readonly row: number
  readonly email: string
  readonly name: string
  readonly roles: readonly RoleName[]
  readonly place: string
  readonly purpose: string
  readonly from: number | null
  readonly until: number | null
  readonly hasLeft: boolean
  readonly wrong: RowReason | null
}

export type StaffColumn = 'email' | 'name' | 'given' | 'family' | 'roles' | 'place' | 'purpose'
export type DayColumn = 'from' | 'until' | 'left' | 'active'

/** How exports of staff systems name them; the last of each are those of SCIM. */
const aliases: Readonly<Record<StaffColumn | DayColumn, readonly string[]>> = {
  email: ['work e-mail', 'work email', 'email', 'e-mail', 'email address', 'emails', 'username'],
  name: ['name', 'full name', 'displayname', 'name.formatted'],
  given: ['first name', 'given name', 'givenname', 'name.givenname'],
  family: ['surname', 'last name', 'family name', 'familyname', 'name.familyname'],
  roles: ['role', 'roles', 'role(s)'],
  place: ['place', 'village', 'ward', 'where', 'division'],
  purpose: ['purpose', 'what for'],
  from: ['from', 'start', 'start date', 'first day', 'startdate'],
  until: ['until', 'end', 'end date', 'last day', 'enddate'],
  left: ['left', 'leaver', 'has left'],
  active: ['active'],
}

export type Columns = Partial<Record<StaffColumn | DayColumn, number>>

/** Which column holds what; SCIM writes `emails[type eq "work"].value`. */
export function columnsOf(heads: readonly string[]): Columns {
  const plain = heads.map(head =>
    head
      .trim()
      .toLowerCase()
      .replace(/\[.*\]|\.value$|^urn:.*:/g, '')
      .replaceAll('_', ' '),
  )
  const found = Object.entries(aliases).flatMap(([column, names]) => {
    const at = plain.findIndex(head => names.includes(head))
    return at < 0 ? [] : [[column, at] as const]
  })
  return Object.fromEntries(found)
}

/** Role names as we write them, in words of any language. */
export type RoleWords = ReadonlyMap<string, RoleName>

export function staffRow(
  cells: readonly string[],
  { columns, roles, row }: { columns: Columns; roles: RoleWords; row: number },
): StaffRow {
  const text = (column: StaffColumn | DayColumn) =>
    (cells[columns[column] ?? -1] ?? '').replaceAll('\0', '').trim().slice(0, 300)
  const email = text('email').toLowerCase()
  const named = text('name') || `${text('given')} ${text('family')}`.trim()
  const written = text('roles')
    .split(/[;|,]/)
    .filter(part => part.trim() !== '')
  const known = written.map(part => roles.get(part.trim().toLowerCase()) ?? roleOf(part))
  const days = [text('from'), text('until')]
  const from = days[0] ? dayOf(days[0], 0) : null
  const until = days[1] ? dayOf(days[1], 1) : null
  const left = text('left').toLowerCase()
  const leftAt = left ? dayOf(left, 1) : null
  const hasLeft = /^(yes|y|true|1|left|x)$/.test(left) || /^(false|no|0)$/i.test(text('active'))
  const wrong: RowReason | null = !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(email)
    ? 'emailWrong'
    : known.some(role => role === undefined)
      ? 'roleUnknown'
      : Number.isNaN(from) || Number.isNaN(until)
        ? 'dayWrong'
        : null
  return {
    ...{ row, email, name: named.slice(0, 200), place: text('place'), purpose: text('purpose') },
    roles: [...new Set(known.flatMap(role => role ?? []))],
    from: Number.isNaN(from) ? null : from,
    until: firstOf(until, leftAt),
    ...{ hasLeft, wrong },
  }
}

function roleOf(text: string): RoleName | undefined {
  return roleNames.find(role => role === text.trim().toLowerCase().replace(/\s+/g, '-'))
}

function firstOf(one: number | null, other: number | null): number | null {
  const days = [one, other].flatMap(at => (at === null || Number.isNaN(at) ? [] : [at]))
  return days.length > 0 ? Math.min(...days) : null
}

/** The moment at which a day begins in London, or the next one; NaN if it is no day. */
function dayOf(text: string, later: 0 | 1): number {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/.exec(text)
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const [, y, m, d] = iso ?? (british ? [0, british[3], british[2], british[1]] : [])
  if (!y || !m || !d) return Number.NaN
  const at = Date.UTC(Number(y), Number(m) - 1, Number(d))
  if (new Date(at).getUTCDate() !== Number(d)) return Number.NaN
  const next = new Date(at + later * 86_400_000).toISOString().slice(0, 10)
  return londonInstant(next, 0)
}
