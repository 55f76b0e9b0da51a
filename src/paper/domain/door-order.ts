// In which order does somebody walk a street? Up the even side, over, and back down the odd one.

export type Door = { readonly street: string; readonly address: string }

const order = new Intl.Collator('en-GB', { numeric: true })

/** Streets by name; houses without a number come last, by name. */
export function inDoorOrder<T extends Door>(doors: readonly T[]): readonly T[] {
  return doors.toSorted((one, other) => {
    const street = order.compare(one.street, other.street)
    if (street !== 0) return street
    const [a, b] = [sideOf(one), sideOf(other)]
    if (a !== b) return a - b
    const steps = order.compare(lineOf(one), lineOf(other))
    return a === 1 ? -steps : steps
  })
}

/** 0 even, 1 odd, 2 a name. */
export function sideOf({ address }: Pick<Door, 'address'>): 0 | 1 | 2 {
  const number = numberOf(address)
  if (number === undefined) return 2
  return number % 2 === 0 ? 0 : 1
}

function lineOf({ address }: Door): string {
  return address.split(/[,\n]/).slice(0, 2).join(' ').trim()
}

/** "12 Mill Lane", "12a, Mill Lane" and "Flat 2, 12 Mill Lane". */
function numberOf(address: string): number | undefined {
  const [, number] = /(?:^|,\s*)(\d+)[a-z]?\b/i.exec(address) ?? []
  return number === undefined ? undefined : Number(number)
}

/** What stands large on the line: "12", "12a", or the name of the house. */
export function doorOf(address: string): string {
  const first = address.split(/[,\n]/)[0]?.trim() ?? ''
  return /^\d+[a-z]?\b/i.exec(first)?.[0] ?? first
}
