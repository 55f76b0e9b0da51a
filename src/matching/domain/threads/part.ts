// What does one part of a list come to, read by a thread of its own? Its fields with codes of this
// part alone, as plain data that can be handed over.
import { showsMonthFirst } from '../encode/date.ts'
import { type Field, fieldOf, readersFor } from '../encode/fields.ts'
import type { RawTable } from '../encode/roles.ts'
import { withoutFunctions } from './share.ts'

export type PartField = Field & {
  /** How many names were known when this field was read: first and family names share them. */
  readonly namesKnown: number
}
export type Part = {
  readonly count: number
  /** All ids as one text, and where each begins. */
  readonly ids: string
  readonly idStarts: Int32Array
  readonly fields: readonly PartField[]
}

/** Nothing where only the whole list can say in which order its dates are written. */
export function partOf(table: RawTable): Part | undefined {
  const { ids, columns } = table
  const isOpen = columns.some(
    ({ role, values }) => role === 'date of birth' && showsMonthFirst(values),
  )
  if (isOpen) return undefined
  const fields = readersFor(columns, 'day-first').map(reader => {
    const field = fieldOf(reader, table)
    return { ...field, namesKnown: reader.names?.texts.size ?? 0 }
  })
  const idStarts = new Int32Array(ids.length + 1)
  for (const [i, id] of ids.entries()) idStarts[i + 1] = (idStarts[i] as number) + id.length
  return withoutFunctions({ count: ids.length, ids: ids.join(''), idStarts, fields })
}
