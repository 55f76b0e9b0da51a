// How is one look told? What was done, by whom, and what for, in words that a resident understands.
import type { Lang } from '../../pages/strings/index.ts'
import { readPurpose } from '../domain/look-purposes.ts'
import type { Look } from '../store/who-looked.ts'
import { lookStrings } from './look-strings.ts'

export function whatWords(lang: Lang, look: Pick<Look, 'route' | 'what'>): string {
  const t = lookStrings(lang)
  const ways: Readonly<Record<string, string>> = t.ways
  return ways[look.route] ?? t.whats[look.what]
}

export function whyWords(lang: Lang, purpose: string): string {
  const t = lookStrings(lang)
  const read = readPurpose(purpose)
  if (!read) return purpose || t.noPurpose
  const words: Readonly<Record<string, string>> = { ...t.lookUp, ...t.emergency }
  const reason = words[read.reason] ?? t.noPurpose
  return read.caseNumber ? t.withCase(reason, read.caseNumber) : reason
}

/** By role and place, never by name: what a resident is told unless the council says more. */
export function roleWords(lang: Lang, look: Pick<Look, 'role' | 'place'>): string {
  const t = lookStrings(lang)
  const roles: Readonly<Record<string, string>> = t.roles
  const role = roles[look.role ?? ''] ?? t.otherRole
  return look.place ? t.roleAt(role, look.place) : role
}
