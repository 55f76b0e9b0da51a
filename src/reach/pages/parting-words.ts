// What was tried, in words, on the page that says what goes where when two records are parted.
import type { PartingWords } from '../../people/index.ts'
import { callStrings } from './strings.ts'

export const tellAttempt: PartingWords = {
  kind: 'attempt',
  tell: (lang, code) => callStrings(lang).past[code as 'refused'] ?? code,
}
