// A real OpenID Connect provider with three invented people, to try council accounts without one.
// Run it: node src/testing/identity-provider.ts http://127.0.0.1:8080/sign-in/NAME/sso/answer
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider from 'oidc-provider'

type Person = { readonly name: string; readonly email: string; readonly groups: readonly string[] }

const people: Readonly<Record<string, Person>> = {
  robin: { name: 'Robin Hale', email: 'robin.hale@example.org', groups: ['doorstep-managers'] },
  jo: { name: 'Jo Marsh', email: 'jo.marsh@example.org', groups: ['doorstep-callers'] },
  alex: { name: 'Alex Reed', email: 'alex.reed@example.org', groups: ['everybody'] },
}

const client = { id: 'doorstep', secret: 'only-for-trying-out' }

export type IdentityProvider = { readonly issuer: string; close(): Promise<void> }

export async function startIdentityProvider(
  redirectUri: string,
  port: number,
): Promise<IdentityProvider> {
  const issuer = `http://127.0.0.1:${port}`
  const provider = makeProvider(issuer, redirectUri)
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    if (!url.pathname.startsWith('/who/')) return provider.callback()(request, response)
    const who = url.searchParams.get('who')
    if (!who) return askWho(request, response)
    const login = { accountId: who, remember: false }
    await provider.interactionFinished(request, response, { login })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    issuer,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function makeProvider(issuer: string, redirectUri: string): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectUri],
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
    interactions: { url: (_ctx, interaction) => `/who/${interaction.uid}` },
    cookies: { keys: [client.secret] },
    // Each sign-in asks anew who sits there.
    ttl: { Session: 1, Grant: 60, Interaction: 600, AccessToken: 60, IdToken: 60 },
    async findAccount(_ctx, sub) {
      const claims = async () => ({ ...people[sub], email_verified: true, sub })
      return people[sub] && { accountId: sub, claims }
    },
    async loadExistingGrant(ctx) {
      const accountId = ctx.oidc.session?.accountId
      const grant = new ctx.oidc.provider.Grant({ clientId: client.id, accountId })
      grant.addOIDCScope('openid profile email groups')
      await grant.save()
      return grant
    },
  })
}

function askWho(request: IncomingMessage, response: ServerResponse): void {
  const links = Object.entries(people).map(
    ([key, { name, groups }]) =>
      `<li><a href="${request.url}?who=${key}">${name}</a>, in ${groups.join(', ')}</li>`,
  )
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(`<!doctype html><html lang="en"><title>Test provider</title>
<h1>Who are you?</h1><p>A provider for trying out. It has no passwords.</p>
<ul>${links.join('')}</ul></html>`)
}

if (import.meta.main) {
  const [redirectUri, port = '9000'] = process.argv.slice(2)
  if (!redirectUri) throw new Error('Name the address that Doorstep says to enter at the provider.')
  const { issuer } = await startIdentityProvider(redirectUri, Number(port))
  const told = { Issuer: issuer, 'Client ID': client.id, 'Client secret': client.secret }
  for (const [what, value] of Object.entries(told)) process.stdout.write(`${what}: ${value}\n`)
}
