// Ids: UUIDv7, so that rows made together lie together.
import { v5, v7 } from 'uuid'

export type Id = string

export function newId(): Id {
  return v7()
}

const namespace = '5f0c2d2e-6b6e-4c3a-9f1e-d00257e90000'

/** The same words give the same id, always: for seeded data and for "once per" commands. */
export function idFrom(...words: readonly string[]): Id {
  return v5(words.join('\u001f'), namespace)
}

const orderMask = 0xffffff

/**
 * The nth part of a whole, always the same id; the parts of one whole lie together and in order, as
 * if they had been made then. Ids that lie anywhere make every index of a long list slow to write.
 * The last eight digits differ from part to part as if drawn: people are named by them.
 */
export function idInOrder(kind: string, whole: Id, nth: number): Id {
  const order = (nth & orderMask).toString(16).padStart(6, '0')
  const own = scattered((markOf(kind) ^ Number.parseInt(whole.slice(-8), 16)) + nth * oddStep)
  const rest = `${whole.slice(-12, -8)}${own.toString(16).padStart(8, '0')}`
  // Version 8: made in a way of one's own.
  return `${whole.slice(0, 13)}-8${order.slice(0, 3)}-a${order.slice(3)}-${rest}`
}

/** 2^32 divided by the golden ratio, made odd: steps of it meet no number twice. */
const oddStep = 0x9e3779b1

/** The finalizer of MurmurHash3: every bit moves half of the others, and no two numbers meet. */
function scattered(bits: number): number {
  let mixed = bits | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** FNV-1a: other words, other bits. */
function markOf(word: string): number {
  let mark = 0x811c9dc5
  for (let at = 0; at < word.length; at++) {
    mark = Math.imul(mark ^ word.charCodeAt(at), 0x01000193)
  }
  return mark
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** As a link or a person may write it; the record knows an id in small letters only. */
const anyCasePattern = new RegExp(uuidPattern.source, 'i')

/** The same input with every id in it in small letters: for whatever comes from outside. */
export function withSmallIds<T>(input: T): T {
  if (typeof input === 'string') {
    return (anyCasePattern.test(input) ? input.toLowerCase() : input) as T
  }
  if (Array.isArray(input)) return input.map(one => withSmallIds(one)) as T
  if (input === null || typeof input !== 'object') return input
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, withSmallIds(value)]),
  ) as T
}

export function isId(text: unknown): text is Id {
  return typeof text === 'string' && uuidPattern.test(text)
}
