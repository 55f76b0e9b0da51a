// A provider that lies in one way at a time, to see that each lie is noticed.
import { createSign, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Lie = {
  /** What its identity says other than the truth. */
  readonly claims?: Readonly<Record<string, unknown>>
  /** How it is signed: by the right key, by another that nobody knows, or not at all. */
  readonly signed?: 'right' | 'other' | 'none'
  /** What the token endpoint says instead of an identity. */
  readonly status?: number
}

export type LyingProvider = {
  readonly issuer: string
  /** The nonce it was given at the start of the journey. */
  readonly heard: { nonce: string }
  tell(lie: Lie): void
  close(): Promise<void>
}

const key = generateKeyPairSync('rsa', { modulusLength: 2048 })
const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 })

export async function startLyingProvider(clientId: string): Promise<LyingProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const heard = { nonce: '' }
  let lie: Lie = {}
  server.on('request', (request, response) => {
    const { pathname } = new URL(request.url ?? '/', issuer)
    const told = (body: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    if (pathname.endsWith('/openid-configuration')) return told(metadata(issuer))
    if (pathname === '/keys') return told({ keys: [publicKey()] })
    if (pathname === '/token' && lie.status) return told({ error: 'server_error' }, lie.status)
    const claims = { ...truth(issuer, clientId, heard.nonce), ...lie.claims }
    const id_token = signed(claims, lie.signed ?? 'right')
    return told({ access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token })
  })
  return {
    issuer,
    heard,
    tell: one => {
      lie = one
    },
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function metadata(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'none'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
  }
}

function publicKey() {
  return { ...key.publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }
}

function truth(issuer: string, clientId: string, nonce: string) {
  const now = Math.floor(Date.now() / 1000)
  return {
    iss: issuer,
    aud: clientId,
    sub: 'liar',
    nonce,
    iat: now,
    exp: now + 60,
    name: 'Mallory',
    email: 'mallory@example.org',
    email_verified: true,
    groups: ['managers'],
  }
}

function signed(claims: object, by: NonNullable<Lie['signed']>): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const header = by === 'none' ? { alg: 'none' } : { alg: 'RS256', kid: '1' }
  const text = `${encode(header)}.${encode(claims)}`
  if (by === 'none') return `${text}.`
  const { privateKey } = by === 'right' ? key : otherKey
  return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`
}
