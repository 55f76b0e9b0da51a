// How is a code said? Reasons, next steps, outcomes; a pack's own word wins where it has one.
import { defineStrings, type Lang } from '../../pages/strings/index.ts'

export const codeWords = defineStrings('picture-codes', {
  en: {
    reasons: {
      died: 'died',
      moved: 'moved',
      'said-no': 'said no',
      'listed-twice': 'listed twice',
      'off-the-list': 'no longer on the list',
      'not-inside': 'no longer inside',
    },
    nexts: {
      ring: 'Ring',
      'ring-next-number': 'Ring the next number',
      text: 'Text',
      email: 'Email',
      letter: 'Letter',
      door: 'Visit',
      radio: 'By radio or through the hub',
      officer: 'An officer decides',
      none: 'No next step',
    },
    channels: {
      call: 'Call',
      text: 'Text',
      letter: 'Letter',
      doorstep: 'Door',
      inbound: 'They rang',
    },
    outcomes: {
      spoke_complete: 'answered',
      spoke_no_help_wanted: 'answered, needs nothing',
      refused: 'said no',
      call_back_later: 'ring back later',
      interrupted: 'cut off',
      voicemail_left: 'message left',
      no_answer: 'no answer',
      wrong_number: 'wrong number',
      technical_fault: 'did not connect',
      skipped: 'put back, not tried',
      deceased_reported: 'reported to have died',
      moved_reported: 'reported to have moved',
      someone_else: 'somebody else answered',
    },
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

export function channelWord(lang: Lang, code: string): string {
  const t = codeWords(lang)
  return (t.channels as Record<string, string>)[code] ?? t.other(code)
}

export function outcomeWord(lang: Lang, code: string): string {
  const t = codeWords(lang)
  return (t.outcomes as Record<string, string>)[code] ?? t.other(code)
}
