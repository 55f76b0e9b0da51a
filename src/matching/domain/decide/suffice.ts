// Do the facts of two records name one person by themselves, whatever they weigh? Relatives share a
// roof, a family name and a telephone; twins a birthday; father and son their whole name. So what
// joins without asking is what only one person has.
import type { Agreement, Says } from './agreement.ts'

/** Looked at only where the names and the birthday leave something open. */
export type Around = {
  /** The same address or postcode. */
  isOneHome(): boolean
  /** An e-mail or telephone of both that nobody else in the list has; of one home, a landline. */
  hasOwnContact(): boolean
  /** The same without landlines, which ring for everybody at home. */
  hasPersonalContact(): boolean
  /** Somebody else in the list fits one of the two as well. */
  hasRival(): boolean
}

/** Where nothing is known of others. */
export const nobodyAround: Around = {
  isOneHome: () => false,
  hasOwnContact: () => false,
  hasPersonalContact: () => false,
  hasRival: () => true,
}

/** The trusted id with a second fact: before any weighing. */
export function isTrusted({ id, born, given, family }: Agreement): boolean {
  if (id !== 'agrees' || isOther(born) || given === 'differs') return false
  if (born === 'agrees') return true
  return born === 'partly' ? given === 'agrees' : family === 'agrees' && given !== 'silent'
}

/** One digit of the number is wrong, and everything else is theirs. */
function isMistypedId({ id, born, given, family }: Agreement): boolean {
  if (id !== 'partly' || family !== 'agrees' || isOther(born)) return false
  return given === 'agrees' || (born === 'agrees' && given !== 'differs')
}

function isContradicted({ id, born, given, middle }: Agreement): boolean {
  return [id, born, given, middle].some(isOther)
}

/** Two people for certain, or too much like twins, or like father and son, to say. */
export function areTwo({ id, born, given }: Agreement): boolean {
  return id !== 'agrees' && (isOther(given) || born === 'differs')
}

function isOther(says: Says): boolean {
  return says === 'differs' || says === 'alike'
}

export function factsSuffice(said: Agreement, around: Around): boolean {
  if (isTrusted(said) || isMistypedId(said)) return true
  if (isContradicted(said)) return false
  const { given, family, born } = said
  const isNamed = given === 'agrees' && family === 'agrees'
  if (isNamed && born === 'agrees') return true
  if (given === 'agrees' && (born === 'agrees' || (isNamed && born === 'partly'))) {
    return around.isOneHome() || around.hasOwnContact()
  }
  const isBorn = born === 'agrees' && family === 'agrees'
  if (!isNamed && !isBorn) return false
  const isUnnamed = given === 'silent'
  const hasOwn = isUnnamed ? around.hasPersonalContact() : around.hasOwnContact()
  return hasOwn && !around.hasRival()
}
