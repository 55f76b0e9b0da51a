// Are two pieces of HTML the same page? Ignores what a browser ignores: order, spacing, spelling.

const entities: Record<string, string> = {
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&ctdot;': '⋯',
  '&amp;': '&',
}
const voids = new Set(['input', 'br', 'hr', 'img', 'meta', 'link'])

/** One line a tag or text: attributes sorted, whitespace collapsed, self-closing tags closed. */
export function normalHtml(html: string): string {
  const pieces = html.replace(/<!--[\s\S]*?-->/g, '').match(/<(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+/g)
  const lines = (pieces ?? []).map(piece => (piece.startsWith('<') ? tag(piece) : text(piece)))
  return lines.filter(line => line !== '').join('\n')
}

function tag(piece: string): string {
  const name = (/^<\/?([a-zA-Z0-9]+)/.exec(piece)?.[1] ?? '').toLowerCase()
  if (piece.startsWith('</')) return voids.has(name) ? '' : `</${name}>`
  const inside = piece.slice(1 + name.length, piece.endsWith('/>') ? -2 : -1)
  const found = [...inside.matchAll(/([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s]+)))?/g)]
  const attributes = found.map(([, key = '', a, b, c]) => `${key}=${text(a ?? b ?? c ?? '')}`)
  const open = `<${[name, ...attributes.sort()].join(' ')}>`
  return piece.endsWith('/>') && !voids.has(name) ? `${open}\n</${name}>` : open
}

function text(piece: string): string {
  const plain = piece.replace(/&(?:quot|#39|lt|gt|nbsp|ctdot|amp);/g, one => entities[one] ?? one)
  return plain.replace(/\s+/g, ' ').trim()
}
