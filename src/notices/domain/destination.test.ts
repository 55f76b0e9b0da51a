// Which addresses may be notified? Names on the list over https, and nothing that looks like one.
import { describe, expect, test } from 'vitest'
import { addressProblem, hostEntry } from './destination.ts'

const hosts = ['hooks.example.org:443', 'hooks.example.org:8443', 'xn--bcher-kva.example:443']
const rules = { hosts, allowsLoopback: false }

test.each([
  'https://hooks.example.org/in',
  'https://HOOKS.example.org:443/in?to=1',
  'https://hooks.example.org:8443/',
  'https://bücher.example/',
])('%s may be told', address => expect(addressProblem(address, rules)).toBeUndefined())

describe('an address is refused', () => {
  test.each([
    ['http://hooks.example.org/', 'not-https'],
    ['ftp://hooks.example.org/', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['https://somebody:word@hooks.example.org/', 'has-credentials'],
    ['https://hooks.example.org@evil.example/', 'has-credentials'],
    ['https://evil.example/hooks.example.org', 'not-listed'],
    ['https://hooks.example.org.evil.example/', 'not-listed'],
    ['https://hooks.example.org./', 'not-listed'],
    ['https://hooks.example.org:22/', 'not-listed'],
    ['https://hооks.example.org/', 'not-listed'],
    ['https://169.254.169.254/latest', 'is-number'],
    ['https://127.0.0.1/', 'is-number'],
    ['https://2130706433/', 'is-number'],
    ['https://0177.0.0.1/', 'is-number'],
    ['https://0x7f.0.0.1/', 'is-number'],
    ['https://0x7f000001/', 'is-number'],
    ['https://127.1/', 'is-number'],
    ['https://１２７.０.０.１/', 'is-number'],
    ['https://[::1]/', 'is-number'],
    ['https://[::ffff:127.0.0.1]/', 'is-number'],
    ['https://[fd00:ec2::254]/', 'is-number'],
    ['https://localhost/', 'not-listed'],
    ['https://hooks.example.org/#part', 'unreadable'],
    ['https://hooks.example.org/\nX: y', 'unreadable'],
    ['hooks.example.org', 'unreadable'],
    ['', 'unreadable'],
    [`https://hooks.example.org/${'a'.repeat(600)}`, 'unreadable'],
  ])('%s: %s', (address, problem) => expect(addressProblem(address, rules)).toBe(problem))

  test('that is this machine, unless its keeper says so; and then it must be listed too', () => {
    const near = { hosts: ['127.0.0.1:4000'], allowsLoopback: true }
    expect(addressProblem('http://127.0.0.1:4000/', near)).toBeUndefined()
    expect(addressProblem('http://127.0.0.1:4001/', near)).toBe('not-listed')
    expect(addressProblem('http://127.0.0.1:4000/', { ...near, allowsLoopback: false })).toBe(
      'not-https',
    )
    expect(addressProblem('https://127.0.0.1:4000/', { ...near, allowsLoopback: false })).toBe(
      'is-number',
    )
    expect(addressProblem('http://169.254.169.254/', near)).toBe('not-https')
  })
})

describe('the list takes', () => {
  test.each([
    ['hooks.example.org', 'hooks.example.org:443'],
    [' Hooks.Example.org:8443 ', 'hooks.example.org:8443'],
    ['bücher.example', 'xn--bcher-kva.example:443'],
  ])('%s as %s', (typed, entry) => expect(hostEntry(typed, false)).toBe(entry))

  test.each([
    'localhost',
    '127.0.0.1',
    '0x7f.1',
    '[::1]',
    'hooks',
    'hooks.example.org:22',
    'hooks.example.org:25',
    'hooks.example.org:0',
    'hooks.example.org.',
    '*.example.org',
    'a@example.org',
    'example.org/in',
    'https://example.org',
    '',
  ])('not %s', typed => expect(hostEntry(typed, false)).toBeUndefined())
})
