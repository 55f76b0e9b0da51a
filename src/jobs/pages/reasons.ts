// Why is this volunteer among the best to ask, in words?
import { format } from '../../pages/format.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { Bars, Reason } from '../domain/match.ts'
import { barCodes } from '../domain/match.ts'
import { matchStrings } from './match-strings.ts'

export function reasonWords(lang: Lang, reasons: readonly Reason[]): readonly string[] {
  const t = matchStrings(lang).reasons
  const { number } = format(lang)
  return reasons.map(reason => {
    switch (reason.code) {
      case 'near':
        return reason.metres === null ? t.near[reason.shares] : t.metres(number(reason.metres))
      case 'speaks':
      case 'speaks-not':
        return t[reason.code](reason.language)
      case 'jobs-lately':
        return t['jobs-lately'](reason.count)
      case 'check':
        return t.checks[reason.vetting]
      case 'vehicle':
        return t.vehicles[reason.vehicle]
      default:
        return t[reason.code]
    }
  })
}

export function barWords(lang: Lang, bars: Bars): readonly string[] {
  const t = matchStrings(lang).bars
  return barCodes.flatMap(code => {
    const count = bars[code]
    return count ? [t[code](count)] : []
  })
}
