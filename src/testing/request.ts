// Asks Doorstep without a socket, as somebody who signed in: a real session, a real cookie.
import { type Actor, openSession } from '../access/index.ts'
import { newId } from '../kernel/ids.ts'
import { makeApp } from '../web/app.ts'
import type { TestNode } from './make-node.ts'

export const testOrigin = 'http://doorstep.test'

export type TestApp = ReturnType<typeof makeApp> & {
  /** What was logged as our own fault, oldest first. */
  readonly faults: readonly unknown[]
}

const apps = new WeakMap<TestNode, TestApp>()

/** The application of a test node; one and the same however often it is asked for. */
export function makeTestApp(t: TestNode): TestApp {
  const known = apps.get(t)
  if (known) return known
  const faults: unknown[] = []
  const made = Object.assign(
    makeApp(t.node, error => faults.push(error)),
    { faults },
  )
  apps.set(t, made)
  return made
}

export type Fields = Readonly<Record<string, string | readonly string[] | File>>

export type SignedIn = {
  readonly cookie: string
  get(path: string): Promise<Response>
  /** A form sent from our own page. A `command` id is added unless it is given. */
  post(path: string, fields?: Fields): Promise<Response>
}

export async function signedIn(t: TestNode, actor: Actor): Promise<SignedIn> {
  const { council, id: user } = actor
  const { token } = await t.node.store.transaction({ council, actor: user }, tx =>
    openSession(tx, { council, user, now: t.node.clock.now() }),
  )
  return asking(t, `doorstep=${council}.${token}`)
}

export function signedOut(t: TestNode): SignedIn {
  return asking(t, '')
}

function asking(t: TestNode, cookie: string): SignedIn {
  const app = makeTestApp(t)
  const headers = { host: new URL(testOrigin).host, ...(cookie ? { cookie } : {}) }
  return {
    cookie,
    async get(path) {
      return app.request(testOrigin + path, { headers })
    },
    async post(path, fields = {}) {
      const body = bodyOf({ command: newId(), ...fields })
      const sent = { ...headers, origin: testOrigin }
      return app.request(testOrigin + path, { method: 'POST', headers: sent, body })
    },
  }
}

function bodyOf(fields: Fields): FormData | URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map(one => [name, one as string | File] as const),
  )
  const hasFile = pairs.some(([, value]) => value instanceof File)
  const body = hasFile ? new FormData() : new URLSearchParams()
  for (const [name, value] of pairs) body.append(name, value as string)
  return body
}
