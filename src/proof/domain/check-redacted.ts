// Does a redacted proof hold together, and does it keep small numbers to itself?
import type { RedactedPart, ShownCounts } from './proof-form.ts'
import { states } from './terms.ts'

/** The first thing that is wrong, in one sentence; undefined where all is right. */
export function checkRedacted({ head, lines }: RedactedPart) {
  const all = [{ where: 'The head', counts: head.counts }].concat(
    lines.map(({ counts }, at) => ({ where: `Line ${at + 1}`, counts })),
  )
  for (const { where, counts } of all) {
    const wrong = wrongCounts(counts, head.smallestSaid)
    if (wrong) return `${where} ${wrong}`
  }
  for (const part of [...states, 'listed'] as const) {
    const said = head.counts[part]
    const sum = lines.reduce((all, { counts }) => all + (counts[part] ?? 0), 0)
    if (lines.length > 0 && said !== null && sum !== said) {
      return `The head says ${said} ${part}, and its lines are ${sum}.`
    }
  }
  return undefined
}

function wrongCounts(counts: ShownCounts, smallest: number): string | undefined {
  const parts = states.map(state => counts[state])
  const said = parts.filter(n => n !== null)
  if ([...said, counts.listed ?? 0].some(n => n > 0 && n < smallest)) {
    return `says a number smaller than ${smallest}.`
  }
  const sum = said.reduce((all, n) => all + n, 0)
  if (said.length === parts.length && sum !== counts.listed) {
    return 'does not add up to everybody listed.'
  }
  return undefined
}
