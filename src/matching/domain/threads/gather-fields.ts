// One field of several parts as one: what its values are among all, and which code each of them has
// there.
import type { Field, Traits } from '../encode/fields.ts'
import { absorb, gatheredTexts } from '../encode/gathered-texts.ts'
import { newInts, push } from '../encode/ints.ts'
import { missing, type Texts } from '../encode/texts.ts'
import { addList, type EmailTraits, type ListTraits, newLists } from '../encode/vocabulary.ts'
import type { AllNames } from './gather-names.ts'
import type { PartField } from './part.ts'

type Gathered = Pick<Traits, 'texts' | 'names' | 'listed' | 'emails'> & {
  /** The code among all, for a code of that part; asked in the order of both. */
  codeOf(part: number, code: number): number
}

export function gatherField(own: readonly PartField[], names: AllNames | undefined): Field {
  const { kind, name, sources } = own[0] as PartField
  const { codeOf, ...traits } = gathered(own, names)
  return { kind, name, sources, ...traits, codes: codesOf(own, codeOf) }
}

function gathered(own: readonly PartField[], names: AllNames | undefined): Gathered {
  const { kind, listed, emails } = own[0] as PartField
  if (kind === 'middle' && names) return { ...lists(own, wordsOfNames(names)), names: names.traits }
  if (listed) return lists(own, wordsOfTheirOwn(own))
  if (emails) return mailboxes(own)
  return names && (kind === 'given' || kind === 'family') ? wholeNames(names) : words(own)
}

function codesOf(own: readonly PartField[], codeOf: Gathered['codeOf']): Int32Array {
  const codes = new Int32Array(own.reduce((sum, field) => sum + field.codes.length, 0))
  let at = 0
  for (const [part, field] of own.entries()) {
    const among = new Int32Array(field.texts.size)
    for (let code = 0; code < among.length; code++) among[code] = codeOf(part, code)
    for (const code of field.codes) codes[at++] = code < 0 ? missing : (among[code] as number)
  }
  return codes
}

function words(own: readonly PartField[]): Gathered {
  const parts = own.map(({ texts }) => texts)
  const all = gatheredTexts(parts)
  return { texts: all.texts, codeOf: (part, code) => absorb(all, parts[part] as Texts, code) }
}

/** They are in already. */
function wholeNames({ traits, codes }: AllNames): Gathered {
  const codeOf = (part: number, code: number) => codes[part]?.[code] ?? missing
  return { texts: traits.texts, names: traits, codeOf }
}

function mailboxes(own: readonly PartField[]): Gathered {
  const parts = own.map(({ emails }) => emails as EmailTraits)
  const texts = gatheredTexts(parts.map(part => part.texts))
  const boxes = gatheredTexts(parts.map(part => part.mailboxes))
  const mailbox = newInts()
  const codeOf = (at: number, code: number) => {
    const part = parts[at] as EmailTraits
    const known = texts.texts.size
    const among = absorb(texts, part.texts, code)
    if (among === known) {
      push(mailbox, absorb(boxes, part.mailboxes, part.mailbox.data[code] as number))
    }
    return among
  }
  const emails = { texts: texts.texts, mailbox, mailboxes: boxes.texts }
  return { texts: texts.texts, emails, codeOf }
}

/** The words that lists are made of. */
type Words = {
  readonly texts: Texts
  readonly isInOrder: boolean
  codeOf(part: number, word: number): number
}

function wordsOfTheirOwn(own: readonly PartField[]): Words {
  const parts = own.map(({ listed }) => (listed as ListTraits).words)
  const all = gatheredTexts(parts)
  const codeOf = (part: number, word: number) => absorb(all, parts[part] as Texts, word)
  return { texts: all.texts, isInOrder: true, codeOf }
}

function wordsOfNames({ traits, codes }: AllNames): Words {
  const codeOf = (part: number, word: number) => codes[part]?.[word] ?? missing
  return { texts: traits.texts, isInOrder: false, codeOf }
}

function lists(own: readonly PartField[], { texts: all, isInOrder, codeOf: wordOf }: Words) {
  const parts = own.map(({ listed }) => listed as ListTraits)
  const texts = gatheredTexts(parts.map(part => part.texts))
  const into = newLists()
  const codeOf = (at: number, code: number) => {
    const part = parts[at] as ListTraits
    const known = texts.texts.size
    const among = absorb(texts, part.texts, code)
    if (among < known) return among
    const { starts, items } = part.lists
    const list = items.data.subarray(starts.data[code], starts.data[code + 1])
    const words = list.map(word => wordOf(at, word))
    addList(into, isInOrder ? words.sort() : words)
    return among
  }
  return { texts: texts.texts, listed: { texts: texts.texts, lists: into, words: all }, codeOf }
}
