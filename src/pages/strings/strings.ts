// Where do words come from? Each area defines its own strings once and asks for them by language.
import { pseudo } from './pseudo-text.ts'

/** `pseudo` is English put through a machine, so that a test sees text nobody can translate. */
export type Lang = 'en' | 'cy' | 'pseudo'

/** Languages a reader may choose, in the order of the switch in the page top. */
export const languages = ['en', 'cy'] as const satisfies readonly Lang[]

export type Phrase = string | ((...parts: never[]) => string)
export type Phrases = { readonly [name: string]: Phrase | Phrases }

/**
 * `const reachStrings = defineStrings('reach', { en: {...} })`, then `reachStrings(lang)`.
 * A capability keeps its own file: adding one edits nothing here. Staff pages may be in English
 * alone; what the public sees brings `cy` with every phrase of `en`, or does not compile.
 */
export function defineStrings<const T extends Phrases>(
  area: string,
  { en, cy }: { en: T; cy?: Widened<T> },
): (lang: Lang) => Widened<T> {
  if (Object.keys(en).length === 0) throw new Error(`The strings of ${area} are empty.`)
  const tables = { en, cy: cy ?? en, pseudo: pseudoPhrases(en) }
  return lang => tables[lang] as Widened<T>
}

/** Same shape, with `string` in place of each literal. */
type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parts: infer A) => string
      ? (...parts: A) => string
      : Widened<T[K]>
}

function pseudoPhrases(phrases: Phrases): Phrases {
  return Object.fromEntries(Object.entries(phrases).map(([name, at]) => [name, pseudoPhrase(at)]))
}

function pseudoPhrase(phrase: Phrase | Phrases): Phrase | Phrases {
  if (typeof phrase === 'string') return pseudo(phrase)
  if (typeof phrase === 'function') {
    return (...parts: never[]) => pseudo((phrase as (...p: never[]) => string)(...parts))
  }
  return pseudoPhrases(phrase)
}

const english = new Intl.PluralRules('en-GB')

/** `plural(n, { one: 'person', other: 'people' })`. */
export function plural(count: number, forms: { one: string; other: string }): string {
  return english.select(count) === 'one' ? forms.one : forms.other
}
