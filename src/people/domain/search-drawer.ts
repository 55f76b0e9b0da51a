// How are the words of some thousand people kept, so that who has a word is found in no time?
//
// Each word stands once, in order, with the people who have it: a beginning is a range. People are
// numbered in the order in which they are shown. Nothing here changes but who is gone.
import type { Id } from '../../kernel/ids.ts'
import { type Packed, pack, textAt } from './packed.ts'

/** A person as they are found. */
export type Filed = {
  readonly id: Id
  /** Who this record stands for. */
  readonly root: Id
  readonly place: Id | null
  /** Where they stand among those who fit as well: by family name, name, number. */
  readonly order: string
  /** As `lineOfWords` writes them. */
  readonly words: string
}

export type Drawer = {
  readonly ids: readonly Id[]
  /** All their numbers: 0, 1, 2. */
  readonly all: Uint16Array
  /** Each place that somebody of the drawer lives in, by number; 0 is nowhere. */
  readonly places: ReadonlyMap<Id, number>
  readonly placeOf: Uint16Array
  readonly orders: Packed
  readonly numbers: ReadonlyMap<Id, number>
  /** Of those only who stand for somebody else. */
  readonly roots: ReadonlyMap<number, Id>
  readonly words: Packed
  /** Of each word its first in `holders`; one more for the end. */
  readonly firsts: Uint32Array
  /** Numbers of people, word by word. */
  readonly holders: Uint16Array
  /** 1 for who was changed or taken out since. */
  readonly gone: Uint8Array
  readonly live: { count: number }
}

/** Numbers are kept in two bytes; and while a drawer is made, nobody else is answered. */
export const drawerMax = 8_000

export function makeDrawer(people: readonly Filed[]): Drawer {
  const all = [...people].sort((one, other) => (one.order < other.order ? -1 : 1))
  const having = holdersOf(all)
  having.delete('')
  const words = [...having.keys()].sort()
  const places = numbered(all)
  const lists = words.map(word => having.get(word) ?? [])
  return {
    ids: all.map(({ id }) => id),
    all: Uint16Array.from(all, (_, at) => at),
    places,
    placeOf: Uint16Array.from(all, ({ place }) => places.get(place ?? '') ?? 0),
    orders: pack(all.map(({ order }) => order)),
    numbers: new Map(all.map(({ id }, at) => [id, at])),
    roots: new Map(all.flatMap(({ id, root }, at) => (id === root ? [] : [[at, root]]))),
    words: pack(words),
    firsts: firstsOf(lists),
    holders: flat(lists),
    gone: new Uint8Array(all.length),
    live: { count: all.length },
  }
}

function numbered(people: readonly Filed[]): ReadonlyMap<Id, number> {
  const all = new Set(people.flatMap(({ place }) => place ?? []))
  return new Map([...all].map((place, nth) => [place, nth + 1]))
}

function holdersOf(people: readonly Filed[]): Map<string, number[]> {
  const having = new Map<string, number[]>()
  people.forEach(({ words }, at) => {
    for (const word of words.split(' ')) {
      const holders = having.get(word)
      if (!holders) having.set(word, [at])
      else if (holders.at(-1) !== at) holders.push(at)
    }
  })
  return having
}

function firstsOf(lists: readonly (readonly number[])[]): Uint32Array {
  const firsts = new Uint32Array(lists.length + 1)
  lists.forEach((list, at) => {
    firsts[at + 1] = (firsts[at] ?? 0) + list.length
  })
  return firsts
}

function flat(lists: readonly (readonly number[])[]): Uint16Array {
  const all = new Uint16Array(lists.reduce((sum, list) => sum + list.length, 0))
  let next = 0
  for (const list of lists) {
    all.set(list, next)
    next += list.length
  }
  return all
}

export function takeOut({ numbers, gone, live }: Drawer, id: Id): void {
  const at = numbers.get(id)
  if (at === undefined || gone[at] === 1) return
  gone[at] = 1
  live.count -= 1
}

export function placeAt({ places, placeOf }: Drawer, at: number): Id | undefined {
  const nth = placeOf[at]
  return nth ? [...places.keys()][nth - 1] : undefined
}

/** Who is still in it, with their words put together again. */
export function filedIn(drawer: Drawer): readonly Filed[] {
  const words = wordsIn(drawer)
  const places = [null, ...drawer.places.keys()]
  return drawer.ids.flatMap((id, at) => {
    if (drawer.gone[at] === 1) return []
    const place = places[drawer.placeOf[at] ?? 0] ?? null
    const order = textAt(drawer.orders, at)
    return [{ id, root: drawer.roots.get(at) ?? id, place, order, words: words[at] ?? '' }]
  })
}

function wordsIn({ ids, words, firsts, holders }: Drawer): readonly string[] {
  const lines = ids.map(() => '')
  for (let nth = 0; nth < firsts.length - 1; nth++) {
    const word = textAt(words, nth)
    for (let at = firsts[nth] ?? 0; at < (firsts[nth + 1] ?? 0); at++) {
      const holder = holders[at] ?? 0
      lines[holder] = `${lines[holder]} ${word}`
    }
  }
  return lines
}
