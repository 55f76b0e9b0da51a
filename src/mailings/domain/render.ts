// What does one person read? The wording of their language with the gaps filled in.
import type { Wording } from './events.ts'
import type { Language } from './terms.ts'

export type Wordings = { readonly [Lang in Language]?: Wording | undefined }

/** What a wording may leave open. Nothing of what somebody needs or why they are listed. */
export const gaps = ['name', 'council'] as const
type Gap = (typeof gaps)[number]

export type Filled = Readonly<Record<Gap, string>>

const gapPattern = /\{([^{}]*)\}/g

/** Gaps that nobody can fill. */
export function unknownGaps(text: string): string[] {
  const found = [...text.matchAll(gapPattern)].map(([, name = '']) => name)
  return found.filter(name => !(gaps as readonly string[]).includes(name))
}

/** English where there is no wording in the language. */
export function render(wordings: Wordings, language: Language, filled: Filled) {
  const used: Language = wordings[language] ? language : 'en'
  const wording = wordings[used] ?? { subject: '', body: '' }
  const fill = (text: string) =>
    text.replaceAll(gapPattern, (whole, name: string) => filled[name as Gap] ?? whole)
  return { language: used, subject: fill(wording.subject), body: fill(wording.body) }
}

/** As the register has it, in whatever words it came: `cy`, Welsh, Cymraeg. */
export function readsIn(said: string | null): Language {
  return /^\s*(cy\b|welsh|cymraeg)/i.test(said ?? '') ? 'cy' : 'en'
}
