// Which forms does a page hold, and what would be sent if somebody pressed their first button?
export type PageForm = {
  readonly action: string
  readonly method: 'get' | 'post'
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/** `path` is where the page was: a form without an action is sent there. */
export function formsIn(html: string, path: string): readonly PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(
    ([, open = '', inside = '']) => ({
      action: attribute(open, 'action') ?? path,
      method: attribute(open, 'method') === 'post' ? 'post' : 'get',
      fields: fieldsIn(inside),
    }),
  )
}

const tags = '(?:input|select|textarea|button)\\b'
/** A box with what follows it, up to its end or to the next one. */
const boxes = new RegExp(`<(${tags})([^>]*)>([\\s\\S]*?)(?=</?${tags}|$)`, 'g')

function fieldsIn(html: string): [string, string][] {
  const fields = new Map<string, string>()
  for (const [, tag = '', open = '', rest = ''] of html.matchAll(boxes)) {
    const name = attribute(open, 'name')
    if (name === undefined || fields.has(name)) continue
    const chosen = tag === 'select' ? attribute(rest, 'value') : attribute(open, 'value')
    fields.set(name, chosen ?? (tag === 'textarea' ? rest : ''))
  }
  return [...fields]
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  return found?.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}
