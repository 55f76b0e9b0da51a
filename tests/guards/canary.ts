// Where does a mark hide? In plain text or in any form that a page, a file or a log may give it.

/** Every mark that stands in the text, however it is written. */
export function marksIn(text: string, marks: readonly string[]): string[] {
  const seen = new Set([text, unescaped(text), percentDecoded(text)])
  const plain = [...seen].map(one => one.toLowerCase())
  const digits = [...seen].map(one => one.replace(/[\s\u00a0()+.-]|<[^>]*>/g, ''))
  return marks.filter(mark => {
    if (/^\d+$/.test(mark)) {
      // A phone may be shown with its 0, with +44, and in groups.
      return digits.some(one => one.includes(mark.replace(/^0/, '')))
    }
    const forms = [mark.toLowerCase(), encodeURIComponent(mark).toLowerCase()]
    return plain.some(one => forms.some(form => one.includes(form))) || isInBase64(text, mark)
  })
}

/** `&#65;` and `\u0041` become A; `&amp;` and its like their signs. */
function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function percentDecoded(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Base64 shifts with the position of the text, so the mark is looked for at all three. */
function isInBase64(text: string, mark: string): boolean {
  const flat = text.replaceAll('-', '+').replaceAll('_', '/')
  return [mark, mark.toLowerCase()].some(word =>
    [0, 1, 2].some(shift => {
      const whole = Buffer.from(' '.repeat(shift) + word)
        .toString('base64')
        .replace(/=+$/, '')
      const inner = whole.slice(shift === 0 ? 0 : shift + 1, -2)
      return inner.length >= 8 && flat.includes(inner)
    }),
  )
}
