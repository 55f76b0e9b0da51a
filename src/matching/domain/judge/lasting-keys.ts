// By which facts is one person found again in a database? Whole numbers that outlive the process,
// unlike codes: each from two facts that relatives do not share, or from one that is one's own.
import { emailOf, phonesIn, postcodeOf } from '../encode/contact.ts'
import { fold } from '../encode/fold.ts'
import { nicknamesOf } from '../encode/nicknames.ts'
import { soundOf } from '../encode/sound.ts'
import type { Facts } from '../terms.ts'

/** Change them, and the read model must be built again from the record. */
const formsMax = 2
const phonesMax = 4

/** 32 bits each: two that fall together cost a look and nothing else. */
export function lastingKeys(facts: Facts): number[] {
  const givens = formsOf(fold(facts.firstName))
  const [sound] = soundsOf(fold(facts.firstName))
  const family = fold(facts.surname)
  const [familySound] = soundsOf(family)
  const initial = fold(facts.firstName)[0]
  const { nhsNumber, dateOfBirth: born } = facts
  const postcode = postcodeOf(facts.postcode ?? '')
  const phones = [...new Set(facts.phones.flatMap(phonesIn))].slice(0, phonesMax)
  const emails = facts.emails.map(emailOf).slice(0, phonesMax)
  const each = (kind: string, one: string | undefined, others: readonly (string | undefined)[]) =>
    others.map(other => keyOf(kind, one, other))
  const keys = [
    keyOf('number', nhsNumber, nhsNumber && '-'),
    keyOf('born family', born, familySound),
    keyOf('born postcode', born, postcode),
    ...each('born given', born, givens),
    ...each('postcode given', postcode, givens),
    keyOf('postcode family', postcode && initial && postcode + initial, familySound),
    ...givens.flatMap(given => each('phone', given, phones)),
    ...each('email', '-', emails),
    nameKey(sound, familySound),
  ]
  return [...new Set(keys.filter(key => key !== 0))]
}

/** A short name belongs to all the names that it is short for. */
function formsOf(given: string): readonly string[] {
  if (given === '') return []
  const [first = given] = given.split(' ')
  const long = nicknamesOf(given)
  const found = long.length > 0 ? long : nicknamesOf(first)
  return found.length > 0 ? found.slice(0, formsMax) : [soundOf(first)]
}

function soundsOf(name: string): readonly string[] {
  return name === '' ? [] : [soundOf(name)]
}

/** In whichever order: a name may stand in the other's column. */
function nameKey(given: string | undefined, family: string | undefined): number {
  if (!given || !family) return 0
  return given < family ? keyOf('name', given, family) : keyOf('name', family, given)
}

/** 0 where one of the two is missing. */
function keyOf(kind: string, one: string | undefined, other: string | undefined): number {
  if (!one || !other) return 0
  return hashed(`${kind}\n${one}\n${other}`) || 1
}

/** Of whatever else somebody is known by. */
export function lastingKey(text: string): number {
  return keyOf('other', text, '-')
}

/** Fowler, Noll and Vo's 1a, mixed once more. */
function hashed(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) | 0
}
