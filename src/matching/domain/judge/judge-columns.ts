// As which columns does the engine see one person of a council: of a list, or of the register?
import type { ColumnHead } from '../encode/fields.ts'

export const judgeColumns = [
  { name: 'number', role: 'national id' },
  { name: 'first', role: 'given name' },
  { name: 'middle', role: 'middle name' },
  { name: 'family', role: 'family name' },
  { name: 'born', role: 'date of birth' },
  { name: 'phones', role: 'phone' },
  { name: 'email', role: 'email' },
  { name: 'address', role: 'address' },
  { name: 'postcode', role: 'postcode' },
] as const satisfies readonly ColumnHead[]
