// How do other single values agree: postcodes, e-mail addresses, national ids, occupations, towns?

import type { Texts } from '../encode/texts.ts'
import type { EmailTraits } from '../encode/vocabulary.ts'
import { likenessFrom } from './similarity.ts'
import { slipsUpTo } from './slips.ts'

export const wordLevels = ['exact', 'spelling', 'similar', 'different'] as const
export const postcodeLevels = ['exact', 'spelling', 'sector', 'area', 'different'] as const
export const emailLevels = ['exact', 'mailbox', 'spelling', 'similar', 'different'] as const
export const idLevels = ['exact', 'spelling', 'different'] as const

const [oneSlip, twoSlips] = [slipsUpTo(1), slipsUpTo(2)]
const wordFrom = 0.85
const mailboxFrom = 0.88
const wordLikeness = likenessFrom(wordFrom)
const mailboxLikeness = likenessFrom(mailboxFrom)

export const differentId = idLevels.length - 1

export function compareWords(texts: Texts, a: number, b: number): number {
  if (a === b) return 0
  const shortest = Math.min(lengthOf(texts, a), lengthOf(texts, b))
  if (shortest >= 4 && oneSlip(texts, a, b) === 1) return 1
  const likeness = wordLikeness(texts, a, b)
  if (likeness >= 0.94 && shortest >= 4) return 1
  return likeness >= wordFrom ? 2 : 3
}

export function comparePostcodes(texts: Texts, a: number, b: number): number {
  if (a === b) return 0
  if (oneSlip(texts, a, b) === 1) return 1
  const shared = sharedStart(texts, a, b)
  const length = Math.max(lengthOf(texts, a), lengthOf(texts, b))
  if (shared >= length - 2 && shared >= 3) return 2
  return shared >= 2 && shared >= length - 4 ? 3 : 4
}

export function compareEmails(emails: EmailTraits, a: number, b: number): number {
  if (a === b) return 0
  const [mailboxA, mailboxB] = [emails.mailbox.data[a], emails.mailbox.data[b]]
  if (mailboxA === mailboxB) return 1
  if (twoSlips(emails.texts, a, b) <= 2) return 2
  if (mailboxA === undefined || mailboxB === undefined) return 4
  return mailboxLikeness(emails.mailboxes, mailboxA, mailboxB) >= mailboxFrom ? 3 : 4
}

export function compareIds(texts: Texts, a: number, b: number): number {
  if (a === b) return 0
  return oneSlip(texts, a, b) === 1 ? 1 : 2
}

function lengthOf(texts: Texts, code: number): number {
  return (texts.starts[code + 1] as number) - (texts.starts[code] as number)
}

function sharedStart({ letters, starts }: Texts, a: number, b: number): number {
  const [startA, startB] = [starts[a] as number, starts[b] as number]
  const most = Math.min((starts[a + 1] as number) - startA, (starts[b + 1] as number) - startB)
  let shared = 0
  while (shared < most && letters[startA + shared] === letters[startB + shared]) shared += 1
  return shared
}
