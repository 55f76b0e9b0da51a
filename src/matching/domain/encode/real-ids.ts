// Which values of a column of trusted ids are real numbers? All of them, unless the column holds
// NHS numbers: there one whose check digit is wrong is nobody's.
import { type Texts, textOf } from './texts.ts'

const tenDigits = /^\d{10}$/
/** How far a number is to be believed: nobody's; nobody's, if these are NHS numbers; somebody's. */
export const idTrust = { none: 0, doubtful: 1, real: 2 } as const

/** Of the distinct values so many have ten digits, and of these so many check. */
const tensLeast = 0.5
const rightLeast = 0.5
/** Fewer values than that prove nothing: one with a wrong last digit may be of another country. */
const provenFrom = 20
const provenShare = 0.8

/** Per code an `idTrust`. */
export function realIds(texts: Texts): Uint8Array {
  const values = Array.from({ length: texts.size }, (_, code) => textOf(texts, code))
  const wrong = trustOfWrong(values)
  return Uint8Array.from(values, value => (isNhsNumber(value) ? idTrust.real : wrong))
}

function trustOfWrong(values: readonly string[]): number {
  const tens = values.filter(value => tenDigits.test(value))
  const right = tens.filter(isNhsNumber).length
  if (tens.length < values.length * tensLeast || right === 0) return idTrust.real
  if (right < tens.length * rightLeast) return idTrust.real
  const isProven = tens.length >= provenFrom && right >= tens.length * provenShare
  return isProven ? idTrust.none : idTrust.doubtful
}

/** A number by itself, with no column to show what it is. */
export function trustOf(value: string): number {
  return !tenDigits.test(value) || isNhsNumber(value) ? idTrust.real : idTrust.doubtful
}

/** Ten digits whose last one is right by the remainder of eleven. */
function isNhsNumber(value: string): boolean {
  if (!tenDigits.test(value)) return false
  let sum = 0
  for (let place = 0; place < 9; place++) sum += Number(value[place]) * (10 - place)
  return (11 - (sum % 11)) % 11 === Number(value[9])
}
