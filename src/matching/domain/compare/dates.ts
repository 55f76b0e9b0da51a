// How does one date agree with another? Day and month swapped, one digit wrong, only a year, the
// first of January that stands for "not known".

export const dateLevels = [
  'exact',
  'slip',
  'two parts',
  'year',
  'near',
  'decade',
  'different',
] as const

const level = Object.fromEntries(dateLevels.map((name, at) => [name, at])) as Readonly<
  Record<(typeof dateLevels)[number], number>
>
export const differentDate = level.different
export const nearDate = level.near

const nearYears = 1
const decadeYears = 10
const firstOfJanuary = 101

export function compareDates(a: number, b: number): number {
  if (a === b) return a % 10_000 === 0 ? level.year : level.exact
  const [yearA, yearB] = [(a / 10_000) | 0, (b / 10_000) | 0]
  const apart = yearsApart(yearA, yearB)
  const [restA, restB] = [a % 10_000, b % 10_000]
  if (restA % 100 === 0 || restB % 100 === 0) return byYear(apart)
  if (apart === 0) return compareDays(restA, restB)
  if (oneDigitOff(a, b)) return level.slip
  if (restA === restB && restA !== firstOfJanuary) return level['two parts']
  return byYear(apart)
}

function compareDays(a: number, b: number): number {
  const [monthA, dayA] = [(a / 100) | 0, a % 100]
  const [monthB, dayB] = [(b / 100) | 0, b % 100]
  if (a === b) return level.exact
  if (monthA === dayB && dayA === monthB) return level.slip
  if (a === firstOfJanuary || b === firstOfJanuary) return level.year
  if (oneDigitOff(a, b)) return level.slip
  return monthA === monthB || dayA === dayB ? level['two parts'] : level.year
}

function byYear(apart: number): number {
  if (apart === 0) return level.year
  if (apart <= nearYears) return level.near
  return apart <= decadeYears ? level.decade : level.different
}

/** A year of two digits has no century: 48 is as near to 1948 as to 1848. */
function yearsApart(a: number, b: number): number {
  const apart = Math.abs(a - b)
  if (a >= 100 && b >= 100) return apart
  const rest = apart % 100
  return Math.min(rest, 100 - rest)
}

/** One digit is another one, or two neighbours changed places. */
function oneDigitOff(a: number, b: number): boolean {
  if (!mayBeOneDigit(a > b ? a - b : b - a)) return false
  let [restA, restB] = [a, b]
  let differing = 0
  let [lastA, lastB] = [0, 0]
  let isTwist = false
  for (let place = 0; place < 8; place++) {
    const [digitA, digitB] = [restA % 10, restB % 10]
    if (digitA !== digitB) {
      differing += 1
      if (differing === 2) isTwist = lastA === digitB && lastB === digitA
    }
    lastA = digitA
    lastB = digitB
    restA = (restA / 10) | 0
    restB = (restB / 10) | 0
  }
  return differing === 1 || (differing === 2 && isTwist)
}

/** One digit changes a number by 1 to 9, two neighbours by 9 to 81, and any of it by tens. */
function mayBeOneDigit(apart: number): boolean {
  let rest = apart
  while (rest > 81 && rest % 10 === 0) rest /= 10
  return rest <= 81
}
