// What does a sentence look like in the pseudo-locale? Same sense, no plain letters, in brackets.

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const odd = 'àƀçđéƒğĥîĵķļɱñöþɋŕšţûṽŵẋýžÀƁÇĐÉƑĞĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ'
const swap = new Map([...plain].map((letter, i) => [letter, [...odd][i] ?? letter]))

/** Text in `{braces}` is a gap that the page fills, so it stays as it is. */
export function pseudo(text: string): string {
  if (text === '') return text
  const body = text
    .split(/(\{[a-zA-Z]+\})/)
    .map(piece => (piece.startsWith('{') ? piece : oddLetters(piece)))
    .join('')
  return `[!!${body}!!]`
}

function oddLetters(text: string): string {
  return [...text].map(letter => swap.get(letter) ?? letter).join('')
}
