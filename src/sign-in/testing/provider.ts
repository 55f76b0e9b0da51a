// A real provider on this machine, in which everybody is whom the test says without typing.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export type Person = {
  readonly sub: string
  readonly name?: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly groups?: readonly string[]
}

export type TestProvider = {
  readonly issuer: string
  /** Who sits at the browser from now on; nobody: they press Cancel. */
  signInAs(person: Person | null): void
  close(): Promise<void>
}

export const client = { id: 'doorstep', secret: 'a-secret-of-the-test' }

export async function startProvider(redirectUris: readonly string[]): Promise<TestProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const people = new Map<string, Person>()
  let current: Person | null = null
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [...redirectUris],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    scopes: ['openid', 'profile', 'email', 'groups'],
    claims: {
      openid: ['sub'],
      profile: ['name'],
      email: ['email', 'email_verified'],
      groups: ['groups'],
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['test'] },
    // Whom the browser was before does not matter: each journey signs in anew.
    ttl: { Session: 1, Grant: 60, Interaction: 60, AccessToken: 60, IdToken: 60 },
    async findAccount(_ctx, sub) {
      return { accountId: sub, claims: async () => ({ ...people.get(sub), sub }) }
    },
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: client.id,
        accountId: ctx.oidc.session?.accountId,
      })
      grant.addOIDCScope('openid profile email groups')
      await grant.save()
      return grant
    },
  })
  const callback = provider.callback()
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response)
    const denied = { error: 'access_denied', error_description: 'Cancelled' }
    const result = current ? { login: { accountId: current.sub, remember: false } } : denied
    await provider.interactionFinished(request, response, result)
  })
  return {
    issuer,
    signInAs(person) {
      current = person
      if (person) people.set(person.sub, person)
    },
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** Goes where the provider sends a browser, until it sends it back to us. */
export async function followTo(start: string, home: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = start
  for (let steps = 0; steps < 10; steps++) {
    if (url.startsWith(home)) return url.slice(home.length)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: cookie ? { cookie } : {} })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`The provider stopped at ${answer.status}.`)
    url = new URL(location, url).toString()
  }
  throw new Error('The provider sent the browser in circles.')
}
