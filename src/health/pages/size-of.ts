// How large is that, for a person?
const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
const step = 1000
const numbers = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 })

/** 14.6 MB */
export function sizeOf(bytes: number): string {
  const steps = bytes < step ? 0 : Math.floor(Math.log(bytes) / Math.log(step))
  const unit = Math.min(steps, units.length - 1)
  return `${numbers.format(bytes / step ** unit)} ${units[unit]}`
}
