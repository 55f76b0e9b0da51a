// What was tried, in words, on the page that says what goes where when two records are parted.
import { outcomeWord } from '../../hazards/index.ts'
import type { PartingWords } from '../../people/index.ts'

export const tellAttempt: PartingWords = {
  kind: 'attempt',
  tell: (lang, code) => outcomeWord(lang, code),
}
