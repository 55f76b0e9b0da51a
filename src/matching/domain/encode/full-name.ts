// Where does a full name have its first name and its family name? "Mr John A de Souza", "SMITH,
// Mary Jane". What is left over is kept as middle names: a title may hide in it, and does no harm.
import { fold } from './fold.ts'

export type NameParts = { given: string; middle: string; family: string }

const titles = new Set(
  'mr mrs ms miss mx dr prof professor rev revd reverend sir lady lord dame cllr'.split(' '),
)
const particles = new Set(
  'de da di do dos del della la le van von der den ten ter ap ab bin al el ibn'.split(' '),
)
const afterComma = /\b(\d+(st|nd|rd|th)|baronet|earl|lord|viscount|baron|duke|jr|sr|esq|obe|mbe)\b/

export function namePartsOf(text: string): NameParts {
  const comma = text.indexOf(',')
  const [head, tail] = comma < 0 ? [text, ''] : [text.slice(0, comma), text.slice(comma + 1)]
  const before = wordsOf(head)
  const after = wordsOf(tail)
  if (after.length > 0 && !afterComma.test(after.join(' ')) && before.length <= 2) {
    const [given = '', ...middle] = after
    return { given, middle: middle.join(' '), family: before.join(' ') }
  }
  return partsOf(before, after)
}

function partsOf(words: readonly string[], after: readonly string[]): NameParts {
  const given = words[0] ?? ''
  if (words.length <= 1) return { given, middle: after.join(' '), family: '' }
  let start = words.length - 1
  while (start > 1 && particles.has(words[start - 1] ?? '')) start -= 1
  const middle = [...words.slice(1, start), ...after].join(' ')
  return { given, middle, family: words.slice(start).join(' ') }
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter(word => word !== '' && !titles.has(word))
}
