// Which numbers may hear from us? Those of the public internet, however a number is written.
import { describe, expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

describe('a number is refused', () => {
  test.each([
    ['the cloud tells its machines about themselves', '169.254.169.254'],
    ['any link-local', '169.254.1.1'],
    ['this machine', '127.0.0.1'],
    ['this machine, elsewhere', '127.255.255.254'],
    ['this machine by IPv6', '::1'],
    ['this machine, IPv4 inside IPv6', '::ffff:127.0.0.1'],
    ['the same in hexadecimal', '::ffff:7f00:1'],
    ['IPv4 inside IPv6 the old way', '::127.0.0.1'],
    ['inside NAT64', '64:ff9b::7f00:1'],
    ['inside 6to4', '2002:7f00:1::'],
    ['inside 6to4, private', '2002:a00:1::'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['private 10', '10.1.2.3'],
    ['private 172.16', '172.31.255.255'],
    ['private 192.168', '192.168.1.1'],
    ['carrier-grade', '100.64.0.1'],
    ['unique local', 'fd00:ec2::254'],
    ['unique local, the other half', 'fc00::1'],
    ['site local', 'fec0::1'],
    ['link-local by IPv6', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['multicast', '224.0.0.1'],
    ['multicast by IPv6', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['nothing', '0.0.0.0'],
    ['nothing by IPv6', '::'],
    ['kept back', '240.0.0.1'],
    ['for documents', '203.0.113.5'],
    ['for documents by IPv6', '2001:db8::1'],
    ['for measuring', '198.18.0.1'],
    ['the cloud’s own machinery', '168.63.129.16'],
    ['not a number', 'localhost'],
    ['nothing at all', ''],
  ])('%s: %s', (_why, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

test.each(['9.9.9.9', '51.140.1.1', '2a00:1450:4009::5', '2606:4700::1111'])(
  'a public number is fit: %s',
  address => expect(isPublicAddress(address)).toBe(true),
)
