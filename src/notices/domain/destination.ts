// May a notice go to this address? What can be told from its words; `send` looks at the network.

export type DestinationRules = {
  /** Each `host:port`, as `hostEntry` writes it. */
  readonly hosts: readonly string[]
  /** Receivers on this very machine, without TLS: for tests and for trying things out. */
  readonly allowsLoopback: boolean
}

export type AddressProblem =
  | 'unreadable'
  | 'not-https'
  | 'has-credentials'
  | 'is-number'
  | 'not-listed'

export const addressLengthMax = 500
const loopbackHosts = ['localhost', '127.0.0.1', '127.0.0.2', '[::1]']
const httpsPort = 443
/** Below it live services that we must never speak to by mistake: mail, shells, directories. */
const freePortMin = 1024

export function addressProblem(text: string, rules: DestinationRules): AddressProblem | undefined {
  const isPlain = /^[\x21-\x7e\u00a0-\uffff]+$/u.test(text) && text.length <= addressLengthMax
  if (!isPlain || !URL.canParse(text) || text.includes('#')) return 'unreadable'
  const url = new URL(text)
  const isNear = rules.allowsLoopback && loopbackHosts.includes(url.hostname)
  if (url.protocol !== 'https:' && !(isNear && url.protocol === 'http:')) return 'not-https'
  if (url.username !== '' || url.password !== '') return 'has-credentials'
  if (isNumber(url.hostname) && !isNear) return 'is-number'
  return rules.hosts.includes(`${url.hostname}:${portOf(url)}`) ? undefined : 'not-listed'
}

/** What somebody typed as `host` or `host:port`; undefined when it may not be listed. */
export function hostEntry(text: string, allowsLoopback: boolean): string | undefined {
  const typed = text.trim()
  if (!/^[^\s/?#@*\\]{1,253}$/.test(typed) || !URL.canParse(`https://${typed}`)) return undefined
  const url = new URL(`https://${typed}`)
  const { hostname } = url
  const port = url.port === '' ? httpsPort : Number(url.port)
  const isNear = allowsLoopback && loopbackHosts.includes(hostname)
  const isName = !isNumber(hostname) && /\.[^.]+$/.test(hostname) && hostname !== 'localhost'
  if (!isNear && !isName) return undefined
  if (port !== httpsPort && port < freePortMin) return undefined
  return `${hostname}:${port}`
}

/** As it is shown and typed: the usual port goes without saying. */
export function shownHost(entry: string): string {
  return entry.replace(/:443$/, '')
}

/** URL has turned every way of writing an IPv4 number into the one with dots. */
function isNumber(hostname: string): boolean {
  return hostname.startsWith('[') || /^[\d.]+$/.test(hostname)
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'http:' ? '80' : `${httpsPort}`)
}
