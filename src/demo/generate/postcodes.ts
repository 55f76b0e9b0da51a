// Which invented postcode does a street get? Real form (`CB24 8RX`), a unit per street or two.
import { at, type Random } from './random.ts'
import type { Village } from './types.ts'

// The second half of a postcode never uses C, I, K, M, O or V.
const letters = 'ABDEFGHJLNPQRSTUWXYZ'
const unitsPerSector = letters.length * letters.length

/** Hands out postcodes one after another; `sharesLast` gives the village's last one again. */
export function postcodeBook() {
  const used = new Map<string, number>()
  const last = new Map<string, string>()
  return ({ outward, ref }: Village, { sharesLast }: { sharesLast: boolean }): string => {
    const before = last.get(ref)
    if (before && sharesLast) return before
    const count = used.get(outward) ?? 0
    used.set(outward, count + 1)
    const postcode = `${outward} ${inward(count)}`
    last.set(ref, postcode)
    return postcode
  }
}

const neighbours = ['CB1', 'CB5', 'PE27', 'PE28', 'SG7', 'SG8', 'CB8', 'CB9', 'CB10', 'IP28']

/** An address beyond the district: the list sends such rows, and they must not be lost. */
export function postcodeOutside(random: Random): string {
  return `${random.pick(neighbours)} ${inward(random.below(9 * unitsPerSector))}`
}

function inward(count: number): string {
  const unit = (count * 37) % unitsPerSector
  const sector = 1 + (Math.floor(count / unitsPerSector) % 9)
  return `${sector}${at([...letters], Math.floor(unit / letters.length))}${at(
    [...letters],
    unit % letters.length,
  )}`
}
