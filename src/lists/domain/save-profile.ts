// A person says what each column of a file is: from then on the council's lists know it.
import { z } from 'zod'
import { command, decided } from '../../events/commands.ts'
import { idFrom } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { manyRoles } from './guess-columns.ts'
import { headerKey } from './header-key.ts'
import { columnsMax } from './limits.ts'
import { registerCodes } from './need-marks.ts'
import { type Column, type ColumnRole, type Profile, profileOf } from './profile.ts'
import { columnNamed, profileSaved } from './profile-events.ts'
import { yesOrNo } from './profiles/usual-columns.ts'
import { dateForms } from './read-date.ts'

/** What a person may say that a column is. */
export const mappedRoles = [
  'unused',
  'source-key',
  'nhs-number',
  'first-name',
  'other-names',
  'surname',
  'full-name',
  'date-of-birth',
  'house-number',
  'address-line',
  'postcode',
  'uprn',
  'phone',
  'email',
  'date-of-death',
  'died-flag',
  'district-code',
  'category',
  'source',
  'listed-on',
  'need-codes',
  'note',
] as const satisfies readonly ColumnRole[]

const dateRoles: readonly string[] = ['date-of-birth', 'date-of-death', 'listed-on']
const headerMax = 200

/** A code that the council chose; it stands in addresses and in the record. */
export const listCode = z.string().regex(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/)

export const SavedColumn = z.strictObject({
  header: z.string().trim().min(1).max(headerMax),
  role: z.enum(mappedRoles),
  dates: z.array(z.enum(dateForms)).max(dateForms.length),
})
export type SavedColumn = Readonly<z.infer<typeof SavedColumn>>

export const SaveProfile = z.strictObject({
  list: listCode,
  covers: z.enum(['whole', 'additions']),
  about: z.enum(['person', 'dwelling']),
  columns: z.array(SavedColumn).min(1).max(columnsMax),
})
export type SaveProfile = Readonly<z.infer<typeof SaveProfile>>

export const mappingProblems = ['no-name', 'role-twice', 'header-twice', 'dates-unread'] as const
export type MappingProblem = {
  readonly problem: (typeof mappingProblems)[number]
  /** Of the column that is meant, from 0; -1 for the whole. */
  readonly at: number
}

/** What keeps this from being a list: everything at once, each with its column. */
export function problemsOf({ columns, about }: Pick<SaveProfile, 'columns' | 'about'>) {
  const roles = columns.map(({ role }) => role)
  const keys = columns.map(({ header }) => headerKey(header))
  const found: MappingProblem[] = []
  const isDoor = about === 'dwelling' && roles.some(one => one === 'uprn' || one === 'address-line')
  const isNamed = roles.includes('surname') || roles.includes('full-name')
  if (!isDoor && !isNamed) found.push({ problem: 'no-name', at: -1 })
  for (const [at, { role, dates }] of columns.entries()) {
    if (role === 'unused') continue
    const isMany = manyRoles.includes(role)
    if (!isMany && roles.indexOf(role) < at) found.push({ problem: 'role-twice', at })
    if (keys.indexOf(keys[at] ?? '') < at) found.push({ problem: 'header-twice', at })
    if (dateRoles.includes(role) && dates.length === 0) found.push({ problem: 'dates-unread', at })
  }
  return found
}

export const saveProfile = command<SaveProfile, null>({
  name: 'lists.save-profile',
  input: SaveProfile,
  may: 'lists.load',
  decide(_state, input) {
    const [wrong] = problemsOf(input)
    if (wrong) return refuse('invalid', { columns: wrong.problem })
    const { list, covers, about, columns } = input
    const keys = columns.map(({ header }) => headerKey(header)).sort()
    const profile = idFrom('list-profile', list, ...keys)
    const said = columns.map(({ role, dates }) => ({ role, dates }))
    const body = { profile, list, covers, about, columns: said }
    const words = { headers: columns.map(({ header }) => header) }
    return decided([profileSaved({ subjects: [], body, words })], { profile })
  },
})

export const NameColumn = z.strictObject({
  list: listCode,
  column: z.string().trim().min(1).max(headerMax),
  header: z.string().trim().min(1).max(headerMax),
})
export type NameColumn = Readonly<z.infer<typeof NameColumn>>

/** A new name of a column that a person agreed to, so that nobody is asked again. */
export const nameColumn = command<NameColumn, null>({
  name: 'lists.name-column',
  input: NameColumn,
  may: 'lists.load',
  decide(_state, { list, column, header }) {
    return [columnNamed({ subjects: [], body: { list }, words: { column, header } })]
  },
})

export type SavedProfile = SaveProfile

/** As if it had been there from the start. */
export function profileOfSaved({ list, covers, about, columns }: SavedProfile): Profile {
  const made = profileOf({ id: list, columns: columns.map(columnOf), isSaved: true })
  return { ...made, covers, about }
}

const needed: readonly ColumnRole[] = ['surname', 'full-name', 'date-of-death', 'died-flag']

function columnOf({ header, role, dates }: SavedColumn): Column {
  return {
    name: header,
    role,
    keep: role !== 'unused',
    // Without the death columns a load would ring the bereaved: they may not be missing.
    isRequired: needed.includes(role),
    ...(dates.length > 0 ? { dates } : {}),
    ...(role === 'died-flag' ? { truth: yesOrNo } : {}),
    ...(role === 'category' ? { diedWords: ['deceased', 'died', 'dead'] } : {}),
    ...(role === 'need-codes' ? { codes: registerCodes } : {}),
  }
}
