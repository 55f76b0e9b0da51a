// Where does one element of a stream of XML end and the next begin? Only whole elements are looked
// at, so a sheet of a million rows is never held.

/** Every `<name …>…</name>` or `<name …/>`, in order, whatever prefix the file gives its names. */
export async function* elementsOf(
  text: AsyncIterable<string>,
  name: string,
): AsyncGenerator<readonly string[]> {
  const pattern = new RegExp(
    `<(?:\\w+:)?${name}(?:\\s[^>]*)?(?:/>|(?<!/)>[\\s\\S]*?</(?:\\w+:)?${name}>)`,
    'g',
  )
  let rest = ''
  for await (const piece of text) {
    rest += piece
    let end = 0
    const found: string[] = []
    for (const match of rest.matchAll(pattern)) {
      found.push(match[0])
      end = match.index + match[0].length
    }
    rest = rest.slice(end)
    if (found.length === 0 && rest.length > elementCharactersMax) rest = tailOf(rest, name)
    if (found.length > 0) yield found
  }
}

/** An element longer than this is none that we read. */
const elementCharactersMax = 4 * 1024 * 1024

function tailOf(text: string, name: string): string {
  const at = text.lastIndexOf(`<${name}`)
  return at > text.length - elementCharactersMax && at !== -1 ? text.slice(at) : text.slice(-200)
}

/** Called for every cell of a sheet: the usual way of writing is found without a pattern. */
export function attribute(element: string, name: string): string | undefined {
  const end = element.indexOf('>')
  const at = element.indexOf(` ${name}="`)
  if (at !== -1 && at < end) {
    const from = at + name.length + 3
    return plain(element.slice(from, element.indexOf('"', from)))
  }
  const head = element.slice(0, end + 1)
  return head.includes(`${name}=`) ? unusualAttribute(head, name) : undefined
}

/** With a prefix, or in single quotes. */
function unusualAttribute(head: string, name: string): string | undefined {
  const found = new RegExp(`\\s(?:\\w+:)?${name}=(?:"([^"]*)"|'([^']*)')`).exec(head)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : plain(value)
}

/** The words of an element: all its texts in a row, how they are read aloud left out. */
export function textOf(element: string): string {
  const words = element.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '')
  let text = ''
  for (const found of words.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/g)) {
    text += plain(found[1] ?? '')
  }
  return text
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

/** `&amp;` and its kin, `&#233;`, and the spreadsheet's own `_x000D_`. */
export function plain(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text
  return text
    .replace(
      /&(#\d{1,7}|#x[0-9a-fA-F]{1,6}|\w{1,8});/g,
      (all, mark) => named[mark] ?? letterOf(mark, all),
    )
    .replace(/_x([0-9A-F]{4})_/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function letterOf(mark: string, otherwise: string): string {
  if (!mark.startsWith('#')) return otherwise
  const isHex = mark[1] === 'x'
  const code = Number.parseInt(mark.slice(isHex ? 2 : 1), isHex ? 16 : 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
