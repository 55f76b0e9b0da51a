// Speaks with a council's provider: where to send somebody, and what its answer proves.
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomPKCECodeVerifier,
} from 'openid-client'
import { minuteMs } from '../../kernel/clock.ts'
import { hashOf, newSecret } from '../secrets.ts'
import type { Provider } from '../store/provider.ts'

const answerSeconds = 10
const rememberedMs = 10 * minuteMs
const rememberedMax = 100

export type Client = Pick<Provider, 'issuer' | 'clientId'> & { readonly secret: string }

type Remembered = { readonly config: Configuration; readonly until: number }
const remembered = new Map<string, Remembered>()

/** What the provider says of itself, asked again every ten minutes. Rejects when it is away. */
export async function connect({ issuer, clientId, secret }: Client): Promise<Configuration> {
  const key = hashOf(issuer, clientId, secret).toString('hex')
  const known = remembered.get(key)
  if (known && known.until > Date.now()) return known.config
  const config = await introduce({ issuer, clientId, secret })
  if (remembered.size >= rememberedMax) remembered.clear()
  remembered.set(key, { config, until: Date.now() + rememberedMs })
  return config
}

/** Signatures are always checked, over whatever line the answer came. */
async function introduce({ issuer, clientId, secret }: Client): Promise<Configuration> {
  const isPlain = issuer.startsWith('http:')
  const execute = [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])]
  const options = { execute, timeout: answerSeconds }
  const found = await discovery(new URL(issuer), clientId, secret, undefined, options)
  const server = found.serverMetadata()
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  if (methods.includes('client_secret_post')) return found
  const config = new Configuration(server, clientId, secret, ClientSecretBasic(secret))
  for (const set of execute) set(config)
  config.timeout = answerSeconds
  return config
}

export type Departure = {
  readonly url: URL
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export type Destination = {
  readonly redirectUri: string
  /** Asks the provider to have them sign in again, though they may still be in there. */
  readonly isAfresh: boolean
}

/** Each secret is for this departure alone. */
export async function departFor(
  config: Configuration,
  { redirectUri, isAfresh }: Destination,
): Promise<Departure> {
  const [state, nonce, verifier] = [newSecret(), newSecret(), randomPKCECodeVerifier()]
  const hasGroups = config.serverMetadata().scopes_supported?.includes('groups')
  const url = buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: `openid profile email${hasGroups ? ' groups' : ''}`,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(isAfresh ? { prompt: 'login' } : {}),
    state,
    nonce,
  })
  return { url, state, nonce, verifier }
}

export type Returned = Omit<Departure, 'url'> & {
  /** As the browser came back, with its question. */
  readonly url: URL
}

export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string }

/** Signature, issuer, audience, times and nonce are checked; what does not hold rejects. */
export async function readAnswer(config: Configuration, returned: Returned): Promise<Claims> {
  const tokens = await authorizationCodeGrant(config, returned.url, {
    expectedState: returned.state,
    expectedNonce: returned.nonce,
    pkceCodeVerifier: returned.verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('The provider gave no identity.')
  const more = config.serverMetadata().userinfo_endpoint
    ? await fetchUserInfo(config, tokens.access_token, claims.sub)
    : {}
  return { ...more, ...claims }
}

export type NotProven = 'declined' | 'provider-away' | 'answer-wrong'

/** Of what went wrong, only which of three it was: the rest may quote a person. */
export function whyNot(error: unknown): NotProven {
  if (error instanceof AuthorizationResponseError) return 'declined'
  const { code = '', name, cause } = error as { code?: string; name?: string; cause?: unknown }
  const isAway = ['OAUTH_TIMEOUT', 'OAUTH_ABORT'].includes(code) || name === 'TimeoutError'
  return isAway || isNetwork(error) || isNetwork(cause) ? 'provider-away' : 'answer-wrong'
}

function isNetwork(error: unknown): boolean {
  return error instanceof TypeError && error.message === 'fetch failed'
}
