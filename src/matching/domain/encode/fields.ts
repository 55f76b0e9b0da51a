// What can be compared between two records? A table as received becomes fields: for each record one
// code per field, -1 where nothing is known, and for each code its traits.
import { emailOf, nationalIdOf, postcodeOf } from './contact.ts'
import { type DateOrder, orderOf, readDate } from './date.ts'
import { fold } from './fold.ts'
import { familyOf, givenOf, middleOf, type NameCells } from './name-cells.ts'
import type { RawColumn, Role } from './roles.ts'
import { type Dictionary, intern, missing, newDictionary, settled, type Texts } from './texts.ts'
import {
  addList,
  addressCode,
  type Emails,
  type EmailTraits,
  emailCode,
  type Listed,
  type ListTraits,
  listCode,
  type Names,
  type NameTraits,
  nameCode,
  newEmails,
  newListed,
  newNames,
  phoneCode,
} from './vocabulary.ts'

export type FieldKind =
  | 'given'
  | 'family'
  | 'middle'
  | 'date'
  | 'postcode'
  | 'address'
  | 'phone'
  | 'email'
  | 'id'
  | 'word'
  | 'sql'

/** What the codes of one field mean; no more than may be handed from thread to thread. */
export type Traits = {
  readonly kind: FieldKind
  readonly name: string
  /** Places of its columns in the table. */
  readonly sources: readonly number[]
  readonly texts: Texts
  readonly names?: NameTraits
  readonly listed?: ListTraits
  readonly emails?: EmailTraits
}

/** How one field is read out of the cells of its columns. */
export type FieldReader = Traits & {
  read(cells: readonly string[]): number
  readonly texts: Dictionary
  readonly names?: Names
  readonly listed?: Listed
  readonly emails?: Emails
}

export type Field = Traits & { readonly codes: Int32Array }
export type { EmailTraits, ListTraits }

export type ColumnHead = { readonly role: Role; readonly name: string }

/** Fields in the order in which they are compared: what tells most, first. */
export function readersFor(columns: readonly ColumnHead[], order: DateOrder): FieldReader[] {
  const at = (role: Role) => columns.flatMap((column, i) => (column.role === role ? [i] : []))
  const single = (role: Role, kind: FieldKind, key: (text: string) => string) =>
    at(role).length > 0 ? [wordReader({ kind, name: role, sources: at(role) }, key)] : []
  const each = (role: Role) =>
    at(role).map(i => {
      const name = `${role}: ${columns[i]?.name ?? ''}`
      return wordReader({ kind: 'word' as const, name, sources: [i] }, fold)
    })
  return [
    ...single('national id', 'id', nationalIdOf),
    ...nameReaders(at),
    ...single('date of birth', 'date', text => dateKey(text, order)),
    ...listReaders(at),
    ...single('postcode', 'postcode', postcodeOf),
    ...each('occupation'),
    ...each('other'),
  ]
}

export type Columns = { readonly columns: readonly RawColumn[]; readonly count: number }

export function fieldsOf({ columns, count }: Columns): Field[] {
  const dates = columns.filter(({ role }) => role === 'date of birth')
  const order = orderOf(dates.flatMap(({ values }) => values.slice(0, 20_000)))
  const read = readersFor(columns, order).map(reader => {
    const own = reader.sources.map(i => columns[i] as RawColumn)
    return { reader, codes: codesOf(reader, own, count) }
  })
  return read.map(({ reader, codes }) => ({ ...withoutMeans(reader), codes }))
}

/** What its codes mean, when all values are in: nothing of the looking up is kept. */
function withoutMeans({ kind, name, sources, texts, names, listed, emails }: FieldReader): Traits {
  return {
    kind,
    name,
    sources,
    texts: settled(texts),
    ...(names && {
      names: { ...names, texts: settled(names.texts), sounds: settled(names.sounds) },
    }),
    ...(listed && {
      listed: { ...listed, texts: settled(listed.texts), words: settled(listed.words) },
    }),
    ...(emails && {
      emails: { ...emails, texts: settled(emails.texts), mailboxes: settled(emails.mailboxes) },
    }),
  }
}

/** One column: each distinct cell is read once. Several: each distinct row of cells. */
function codesOf(reader: FieldReader, columns: readonly RawColumn[], count: number): Int32Array {
  const codes = new Int32Array(count)
  const [only] = columns
  if (only && columns.length === 1) {
    const read = new Int32Array(only.values.length)
    const cell = ['']
    for (let code = 0; code < read.length; code++) {
      cell[0] = only.values[code] as string
      read[code] = reader.read(cell)
    }
    for (let i = 0; i < count; i++) codes[i] = read[only.codes[i] as number] as number
    return codes
  }
  const cells: string[] = columns.map(() => '')
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < columns.length; c++) {
      const column = columns[c] as RawColumn
      cells[c] = column.values[column.codes[i] as number] as string
    }
    codes[i] = reader.read(cells)
  }
  return codes
}

type Head = Pick<FieldReader, 'kind' | 'name' | 'sources'>

/** The first cell that holds anything. */
function wordReader(head: Head, key: (text: string) => string): FieldReader {
  const texts = newDictionary()
  const read = (cells: readonly string[]) => {
    for (const cell of cells) {
      const text = cell === '' ? '' : key(cell)
      if (text !== '') return intern(texts, text)
    }
    return missing
  }
  return { ...head, texts, read }
}

function dateKey(text: string, order: DateOrder): string {
  const date = readDate(text, order)
  return date === 0 ? '' : String(date).padStart(8, '0')
}

function nameReaders(at: (role: Role) => number[]): FieldReader[] {
  const [given, middle] = [at('given name'), at('middle name')]
  const [family, full] = [at('family name'), at('full name')]
  const sources = [...given, ...middle, ...family, ...full]
  if (sources.length === 0) return []
  const names = newNames()
  const sizes = [given.length, middle.length, family.length, full.length]
  const reader = (kind: 'given' | 'family', of: (cells: NameCells) => string, own: number[]) => {
    if (own.length + full.length === 0) return []
    const texts = names.texts
    const isOwn = full.length === 0
    const read = (cells: readonly string[]) =>
      nameCode(names, of(isOwn ? ownCells(kind, cells) : split(cells, sizes)))
    return [{ kind, name: `${kind} name`, sources: isOwn ? own : sources, read, texts, names }]
  }
  const hasMiddle = middle.length + full.length > 0
  return [
    ...reader('given', givenOf, given),
    ...reader('family', familyOf, family),
    ...(hasMiddle ? [middleReader(names, sources, sizes)] : []),
  ]
}

/** A name that is on its own is read once per distinct name and not once per record. */
function ownCells(kind: 'given' | 'family', cells: readonly string[]): NameCells {
  const none: readonly string[] = []
  return { given: none, middle: none, family: none, full: none, [kind]: cells }
}

function middleReader(names: Names, sources: number[], sizes: number[]): FieldReader {
  const listed: Listed = { ...newListed(), words: names.texts }
  const read = (cells: readonly string[]) => {
    const words = middleOf(split(cells, sizes))
    const text = words.join(' ')
    const size = listed.texts.size
    const code = intern(listed.texts, text)
    if (code < size) return code
    addList(
      listed.lists,
      words.map(word => nameCode(names, word)),
    )
    return code
  }
  const head = { kind: 'middle' as const, name: 'middle name', sources }
  return { ...head, read, texts: listed.texts, names, listed }
}

function split(cells: readonly string[], sizes: readonly number[]): NameCells {
  const [given = 0, middle = 0, family = 0] = sizes
  const [familyAt, fullAt] = [given + middle, given + middle + family]
  return {
    given: cells.slice(0, given),
    middle: cells.slice(given, familyAt),
    family: cells.slice(familyAt, fullAt),
    full: cells.slice(fullAt),
  }
}

function listReaders(at: (role: Role) => number[]): FieldReader[] {
  const [phones, emails, addresses] = [at('phone'), at('email'), at('address')]
  const readers: FieldReader[] = []
  if (phones.length > 0) {
    readers.push(listReader({ kind: 'phone', name: 'phone', sources: phones }, phoneCode))
  }
  if (emails.length > 0) readers.push(emailReader(emails))
  if (addresses.length > 0) {
    readers.push(listReader({ kind: 'address', name: 'address', sources: addresses }, addressCode))
  }
  return readers
}

function listReader(head: Head, code: (listed: Listed, text: string) => number): FieldReader {
  const listed = newListed()
  const read = (cells: readonly string[]) => code(listed, joined(cells))
  return { ...head, read, texts: listed.texts, listed }
}

function joined(cells: readonly string[]): string {
  return cells.length === 1 ? (cells[0] ?? '') : cells.filter(cell => cell !== '').join(', ')
}

function emailReader(sources: number[]): FieldReader {
  const emails = newEmails()
  const read = (cells: readonly string[]) => {
    const email = cells.map(emailOf).find(one => one !== '')
    return email === undefined ? missing : emailCode(emails, email)
  }
  return { kind: 'email', name: 'email', sources, read, texts: emails.texts, emails }
}

export { listCode }
