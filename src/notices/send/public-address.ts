// Is this number on the public internet? Nothing of ours, of the cloud's or of the house may hear.
import ipaddr from 'ipaddr.js'

/** The only part of IPv6 that is given out; tunnels inside it are other ranges of the library. */
const global6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]
/** Public numbers by which a cloud's own machinery answers from the inside. */
const cloudMachinery = ['168.63.129.16']

export function isPublicAddress(address: string): boolean {
  const range = rangeOf(address)
  return range === 'unicast' && !cloudMachinery.includes(address)
}

export function isLoopbackAddress(address: string): boolean {
  return rangeOf(address) === 'loopback'
}

/** An IPv4 number inside an IPv6 one (::ffff:…) is judged as what it is. */
function rangeOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unreadable'
  const found = ipaddr.process(address)
  if (!(found instanceof ipaddr.IPv6)) return found.range()
  const range = found.range()
  return range === 'unicast' && !found.match(global6) ? 'reserved' : range
}
