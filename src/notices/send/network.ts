// Which numbers does a name have at this moment? Asked by us, once, so that all can be looked at.
import { lookup } from 'node:dns/promises'

export type Network = { resolve(host: string): Promise<readonly string[]> }

export const systemNetwork: Network = {
  async resolve(host) {
    const found = await lookup(host, { all: true, verbatim: true })
    return found.map(({ address }) => address)
  },
}

/** Receivers on this machine are for tests, and for a machine whose keeper says so. */
export function loopbackIsAllowed(): boolean {
  const { NODE_ENV, DOORSTEP_NOTICES_HTTP_LOOPBACK } = process.env
  return NODE_ENV === 'test' || DOORSTEP_NOTICES_HTTP_LOOPBACK === '1'
}
