// Which phone numbers may an invented person carry, and how are they mangled in a list?
// Only numbers kept for drama: nobody is rung by mistake. They repeat, so a phone proves nothing.
import type { Random } from './random.ts'

const three = (number: number) => String(number).padStart(3, '0')

export const dramaMobile = (random: Random) => `07700900${three(random.below(1000))}`

export function dramaLandline(random: Random): string {
  if (random.chance(0.08)) return `02079460${three(random.below(1000))}`
  return `01632960${three(random.below(1000))}`
}

/** True for a number in national form from one of the three ranges. */
export const isDramaNumber = (digits: string) =>
  /^(07700900\d{3}|01632960\d{3}|02079460\d{3})$/.test(digits)

/** A number as a list might hold it: spaced, international, or with its zero lost in a sheet. */
export function writtenPhone(number: string, random: Random): string {
  const style = random.next()
  if (style < 0.04) return number.slice(1)
  if (style < 0.5) return number
  if (style < 0.9) return `${number.slice(0, 5)} ${number.slice(5)}`
  return `+44 ${number.slice(1, 5)} ${number.slice(5)}`
}

const useless = ['', '', '', '', '', '', '', 'not known', 'n/a', '0', 'ex directory', '07700']

/** What stands in the cell of a person without a working phone. */
export const noPhone = (random: Random) => random.pick(useless)
