// What is known of each distinct value of a field, worked out once and never per pair? Each kind of
// value has its own traits, all in typed arrays, so that threads can share them.
import { addressWords, isNumber } from './address.ts'
import { mailboxOf, phonesIn } from './contact.ts'
import { type Ints, newInts, push } from './ints.ts'
import { nicknameGroups } from './nicknames.ts'
import { soundOf } from './sound.ts'
import { codeOf, type Dictionary, intern, missing, newDictionary, type Texts } from './texts.ts'

export const nicknamesMax = 4

/** First, middle and family names share one vocabulary: that is how a swap of the two is seen. */
export type NameTraits = {
  texts: Texts
  sound: Ints
  /** `nicknamesMax` per name, -1 where there is no more. */
  nicknames: Ints
  /** First and last word of a name of several words; otherwise the name itself. */
  first: Ints
  last: Ints
  /** The sounds that `sound` numbers. */
  sounds: Texts
}
export type Names = NameTraits & { texts: Dictionary; sounds: Dictionary }

export function newNames(): Names {
  const [sound, nicknames, first, last] = [newInts(), newInts(), newInts(), newInts()]
  return { texts: newDictionary(), sounds: newDictionary(), sound, nicknames, first, last }
}

export function nameCode(names: Names, name: string): number {
  const known = codeOf(names.texts, name)
  if (known >= 0 || name === '') return known
  const words = name.split(' ')
  const parts = words.length > 1 ? words.map(word => nameCode(names, word)) : []
  const code = intern(names.texts, name)
  push(names.sound, intern(names.sounds, soundOf(name)))
  const groups = nicknameGroups(name)
  for (let i = 0; i < nicknamesMax; i++) push(names.nicknames, groups[i] ?? missing)
  push(names.first, parts[0] ?? code)
  push(names.last, parts.at(-1) ?? code)
  return code
}

/** Lists of whole numbers, one after the other: list `code` runs up to the start of the next. */
export type Lists = { starts: Ints; items: Ints }

export function newLists(): Lists {
  const starts = newInts()
  push(starts, 0)
  return { starts, items: newInts() }
}

export function addList(lists: Lists, items: Iterable<number>): void {
  for (const item of items) push(lists.items, item)
  push(lists.starts, lists.items.length)
}

export type ListTraits = { texts: Texts; lists: Lists; words: Texts }
export type Listed = ListTraits & { texts: Dictionary; words: Dictionary }

export function newListed(): Listed {
  return { texts: newDictionary(), lists: newLists(), words: newDictionary() }
}

/** A value that is a set, such as the words of an address or the numbers in one cell. */
export function listCode(listed: Listed, words: readonly string[]): number {
  const text = words.join(' ')
  const size = listed.texts.size
  const code = intern(listed.texts, text)
  if (code < size) return code
  const items = words.map(word => intern(listed.words, word)).sort((a, b) => a - b)
  addList(listed.lists, items)
  return code
}

export function addressCode(listed: Listed, text: string): number {
  return listCode(listed, addressWords(text))
}

export function phoneCode(listed: Listed, text: string): number {
  return listCode(listed, phonesIn(text))
}

export type EmailTraits = { texts: Texts; mailbox: Ints; mailboxes: Texts }
export type Emails = EmailTraits & { texts: Dictionary; mailboxes: Dictionary }

export function newEmails(): Emails {
  return { texts: newDictionary(), mailbox: newInts(), mailboxes: newDictionary() }
}

export function emailCode(emails: Emails, email: string): number {
  const code = intern(emails.texts, email)
  if (code === emails.mailbox.length) {
    push(emails.mailbox, intern(emails.mailboxes, mailboxOf(email)))
  }
  return code
}

export { isNumber }
