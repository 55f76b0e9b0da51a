// What does somebody type who looks for this person? Names, numbers, postcodes, with mistakes.
import type { Chance } from './chance.ts'
import type { Target } from './crowd.ts'

export type Typed = {
  readonly way: 'name' | 'name with a mistake' | 'name and street' | 'phone' | 'postcode'
  readonly text: string
}

export function typedFor(target: Target, chance: Chance): Typed {
  const { given, family, address, postcode } = target
  const luck = chance()
  if (luck < 0.35) return { way: 'name', text: named(target, chance) }
  if (luck < 0.55) {
    const wrong = withMistake(family, chance)
    return { way: 'name with a mistake', text: `${given} ${wrong}`.toLowerCase() }
  }
  if (luck < 0.7) {
    const street = address.split(',')[0]?.replace(/^\S+\s/, '') ?? ''
    return { way: 'name and street', text: `${family} ${street}`.toLowerCase() }
  }
  if (luck < 0.85) return { way: 'phone', text: phoned(target.phones[0] ?? '', chance) }
  const isShort = chance() < 0.3
  const text = isShort ? `${postcode.split(' ')[0]} ${family}` : `${postcode} ${given}`
  return { way: 'postcode', text: chance() < 0.5 ? text : text.toLowerCase() }
}

function named({ given, family }: Target, chance: Chance): string {
  const luck = chance()
  if (luck < 0.6) return `${given} ${family}`.toLowerCase()
  if (luck < 0.8) return `${family} ${given}`.toLowerCase()
  return luck < 0.9 ? family : `${given.slice(0, 1)} ${family}`
}

/** A letter twice, left out, or changed places with the next. */
function withMistake(word: string, chance: Chance): string {
  const at = 1 + Math.floor(chance() * Math.max(1, word.length - 2))
  const luck = chance()
  if (luck < 0.4) return word.slice(0, at) + word.slice(at - 1)
  if (luck < 0.7) return word.slice(0, at) + word.slice(at + 1)
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
}

/** As it stands in a diary: with spaces, from abroad, without its zero, or its last six digits. */
function phoned(value: string, chance: Chance): string {
  const own = `0${value.slice(3)}`
  const luck = chance()
  if (luck < 0.4) return own
  if (luck < 0.6) return `${own.slice(0, 5)} ${own.slice(5)}`
  if (luck < 0.75) return `+44 ${own.slice(1, 5)} ${own.slice(5)}`
  return luck < 0.85 ? own.slice(1) : own.slice(-6)
}
