// Is there text on this page that no translator could reach? Pages render in pseudo and ask here.

/** Wrap invented data in a test, so the check knows that it is data: `datum('Joan Pratt')`. */
export function datum(text: string): string {
  return `⦅${text}⦆`
}

const shownAttributes = /\s(?:title|aria-label|aria-description|placeholder|alt)="([^"]*)"/g
const machineOnly = /<(style|script|template)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<!doctype[^>]*>/gi

/**
 * Fails on any visible text, title, aria-label, placeholder or alt with plain letters that is
 * not pseudo text, not `datum(…)`, not one of the `allow`ed values, and not one letter (a key).
 */
export function expectNoHardCodedText(html: string, allow: readonly string[] = []): void {
  const shown = shownTexts(html)
  if (shown.length === 0) throw new Error('There is no text at all on this page.')
  const hardCoded = shown.filter(text => !isTranslatable(text, allow))
  if (hardCoded.length > 0) throw new Error(`Text outside the string files: ${list(hardCoded)}`)
}

export function shownTexts(html: string): string[] {
  const visible = html.replace(machineOnly, '')
  const attributes = [...visible.matchAll(shownAttributes)].map(found => found[1] ?? '')
  const nodes = visible.split(/<[^>]*>/)
  return [...nodes, ...attributes].map(text => plainText(text).trim()).filter(text => text !== '')
}

function isTranslatable(text: string, allow: readonly string[]): boolean {
  const rest = [...allow]
    .sort((a, b) => b.length - a.length)
    .reduce((left, value) => left.replaceAll(value, ''), text.replace(/⦅[^⦆]*⦆/g, ''))
  return !/[A-Za-z]{2}/.test(rest)
}

function plainText(text: string): string {
  return text
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function list(texts: readonly string[]): string {
  return texts.map(text => JSON.stringify(text.slice(0, 80))).join(', ')
}
