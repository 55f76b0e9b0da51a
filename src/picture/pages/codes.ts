// How is a code said? Reasons, next steps, outcomes; a pack's own word wins where it has one.
import { defineStrings, type Lang } from '../../pages/strings/index.ts'

export const codeWords = defineStrings('picture-codes', {
  en: {
    reasons: { moved: 'moved', died: 'died', refused: 'said no', duplicate: 'listed twice' },
    nexts: { call: 'Ring', door: 'Visit', letter: 'Letter', none: 'No next step' },
    other: (code: string) => code.replaceAll(/[-_]/g, ' '),
  },
})

export function reasonWord(lang: Lang, code: string): string {
  const t = codeWords(lang)
  return (t.reasons as Record<string, string>)[code] ?? t.other(code)
}

export function nextWord(lang: Lang, code: string): string {
  const t = codeWords(lang)
  return (t.nexts as Record<string, string>)[code] ?? t.other(code)
}
