// Doors that a real browser can come to: a served node, a provider, somebody to be.
import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import type { Actor } from '../../access/index.ts'
import { openBrowser, type TestBrowser } from '../../testing/browser.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { makeTestApp, signedIn } from '../../testing/request.ts'
import { client, startProvider, type TestProvider } from './provider.ts'

export type ServedDoors = {
  readonly t: TestNode
  readonly browser: TestBrowser
  readonly provider: TestProvider
  readonly administrator: Actor
  readonly handler: Actor
  readonly port: number
  /** Passkeys need a name; the number works for all else. */
  readonly named: string
  readonly numbered: string
  openAs(actor: Actor | null, address: string, options?: { scripts?: boolean }): Promise<Page>
  close(): Promise<void>
}

export async function serveDoors(): Promise<ServedDoors> {
  const t = await makeTestNode()
  const administrator = await t.actorWith('system-administrator')
  const browser = await openBrowser()
  const { server, port } = await listen(t)
  const named = `http://localhost:${port}`
  const provider = await startProvider([`${named}/sign-in/${council}/sso/answer`])
  await setProvider(t, administrator, provider.issuer)
  return {
    t,
    browser,
    provider,
    administrator,
    handler: await t.actorWith('call-handler'),
    port,
    named,
    numbered: `http://127.0.0.1:${port}`,
    async openAs(actor, address, options = {}) {
      const page = await browser.newPage(1280, options)
      if (actor) await page.context().addCookies([await cookieOf(t, actor, address)])
      await page.goto(address)
      return page
    },
    async close() {
      await browser.close()
      server.close()
      await provider.close()
      await t.close()
    },
  }
}

async function cookieOf(t: TestNode, actor: Actor, url: string) {
  const [name = '', value = ''] = (await signedIn(t, actor)).cookie.split('=')
  return { name, value, url }
}

function listen(t: TestNode): Promise<{ server: ReturnType<typeof serve>; port: number }> {
  return new Promise(resolve => {
    const options = { fetch: makeTestApp(t).fetch, hostname: '127.0.0.1', port: 0 }
    const server = serve(options, info => resolve({ server, port: info.port }))
  })
}

async function setProvider(t: TestNode, administrator: Actor, issuer: string): Promise<void> {
  const settings = await signedIn(t, administrator)
  const claims = { nameClaim: 'name', emailClaim: 'email', groupsClaim: 'groups' }
  const known = { issuer, clientId: client.id, clientSecret: client.secret }
  await settings.post('/sign-in-settings', { ...known, ...claims })
  const group = { group: 'managers', role: 'hub-manager', place: '', purpose: 'testing' }
  await settings.post('/sign-in-settings/groups', group)
}
