// How large is that, for a person?
import { healthStrings } from './strings.ts'

type Lang = Parameters<typeof healthStrings>[0]

const step = 1000
const unitsMax = 4
const numbers = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 })

/** 14.6 MB */
export function sizeOf(bytes: number, lang: Lang): string {
  const { sizes } = healthStrings(lang)
  const steps = bytes < step ? 0 : Math.floor(Math.log(bytes) / Math.log(step))
  const unit = Math.min(steps, unitsMax)
  return sizes(numbers.format(bytes / step ** unit), unit)
}
