// What may a column hold? The roles of MAPPING.json, and a table as the engine takes it in.

export const roles = [
  'given name',
  'middle name',
  'family name',
  'full name',
  'date of birth',
  'address',
  'postcode',
  'phone',
  'email',
  'national id',
  'occupation',
  'other',
] as const
export type Role = (typeof roles)[number]

/** A column as received: each distinct cell once, and for each record which of them it has. */
export type RawColumn = {
  readonly role: Role
  readonly name: string
  readonly values: readonly string[]
  readonly codes: Int32Array
}

export type RawTable = {
  readonly ids: readonly string[]
  /** 0 or 1: of which of two lists each record is; nothing when one list is de-duplicated. */
  readonly lists?: Uint8Array
  readonly columns: readonly RawColumn[]
}

export function isRole(word: unknown): word is Role {
  return roles.some(role => role === word)
}
