// What is a thing called that has to go to one of two people? Each capability names its own.
import type { Lang } from '../../pages/strings/index.ts'
import type { ThingKind } from '../domain/parting.ts'
import type { PersonFlag } from '../domain/terms.ts'
import { peopleStrings } from './strings.ts'

export type PartingWords = {
  readonly kind: ThingKind
  tell(lang: Lang, code: string): string
}

const known: PartingWords[] = [
  {
    kind: 'flag',
    tell(lang, code) {
      const t = peopleStrings(lang)
      return t.flagRaised(t.flags[code as PersonFlag] ?? code)
    },
  },
  {
    kind: 'correction',
    tell(lang, code) {
      const t = peopleStrings(lang)
      const fields = code.split(',').map(name => t.fields[name as keyof typeof t.fields] ?? name)
      return `${t.corrected} ${fields.join(', ')}`
    },
  },
]

/** Called once, where a capability is put together. */
export function addPartingWords(words: PartingWords): void {
  if (!known.includes(words)) known.push(words)
}

export function tellThing(lang: Lang, { kind, code }: { kind: ThingKind; code: string }): string {
  return known.find(one => one.kind === kind)?.tell(lang, code) ?? code
}
