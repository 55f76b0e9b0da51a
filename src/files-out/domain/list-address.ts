// Which list page does an address name, and with which gaps filled? No address of another kind.

/** `/campaigns/:campaign/members` and `/campaigns/7…/members` give `{ campaign: '7…' }`. */
export function paramsIn(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const text = given[at] ?? ''
    if (part.startsWith(':') && text !== '') params[part.slice(1)] = text
    else if (part !== text) return undefined
  }
  return params
}

export function addressOf(
  pattern: string,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>> = {},
): string {
  const path = pattern.replace(/:(\w+)/g, (_, gap) => encodeURIComponent(params[gap] ?? ''))
  const asked = new URLSearchParams(query)
  return asked.size > 0 ? `${path}?${asked}` : path
}
