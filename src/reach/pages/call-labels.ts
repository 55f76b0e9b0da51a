// Small words of the call page that depend on the person: age band, and the list of keys.
import { ageOn } from '../../kernel/age.ts'
import { londonDate } from '../../kernel/london.ts'
import type { KeyRow } from '../../pages/keys.tsx'
import type { Lang } from '../../pages/strings/index.ts'
import { callKeyStrings } from './call-key-strings.ts'
import { callStrings } from './strings.ts'

const topBand = 85

/** Five years wide: a caller needs no date of birth. */
export function ageBand(lang: Lang, born: string | null, now: number): string {
  const t = callStrings(lang)
  if (born === null) return t.notKnown
  const years = ageOn(born, londonDate(now))
  return years >= topBand ? t.ageTop : t.ageBand(years - (years % 5))
}

export function callKeys(lang: Lang): readonly KeyRow[] {
  const t = callKeyStrings(lang)
  return [
    { keys: ['A'], does: t.answered },
    { keys: ['N'], does: t.noAnswer },
    { keys: ['V'], does: t.voicemail },
    { keys: ['D'], does: t.someoneElse },
    { keys: ['W'], does: t.wrongNumber },
    { keys: ['R'], does: t.refused },
    { keys: ['B', 'L', 'M'], does: t.rarer },
    { keys: ['C–Z'], does: t.packs },
    { keys: ['0'], does: t.nothing },
    { keys: ['1–9'], does: t.needs },
    { keys: ['U'], does: t.soon },
    { keys: ['S'], does: t.script },
    { keys: ['T'], does: t.note },
    { keys: ['P'], does: t.promise },
    { keys: ['⏎'], does: t.enter },
    { keys: ['Ctrl ⏎'], does: t.save },
    { keys: ['Esc'], does: t.leave },
  ]
}
