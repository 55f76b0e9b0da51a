// Is this an NHS number? Ten digits, the last of which is a check on the nine before.

export type ReadNhsNumber =
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'empty' }
  /** `check` is the last digit that the first nine ask for; absent without ten digits. */
  | { readonly kind: 'wrong'; readonly check?: number }

export function readNhsNumber(cell: string): ReadNhsNumber {
  const digits = cell.replace(/[\s-]/g, '')
  if (digits === '') return { kind: 'empty' }
  if (!/^\d{10}$/.test(digits)) return { kind: 'wrong' }
  const check = nhsCheckDigit(digits.slice(0, 9))
  if (check === undefined || new Set(digits).size === 1) return { kind: 'wrong' }
  return check === Number(digits[9]) ? { kind: 'number', digits } : { kind: 'wrong', check }
}

/** Nothing for the one in eleven that can have no check digit. */
export function nhsCheckDigit(nine: string): number | undefined {
  let sum = 0
  for (let at = 0; at < 9; at++) sum += Number(nine[at]) * (10 - at)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? undefined : check
}
