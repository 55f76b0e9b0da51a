// Asks Doorstep without a socket, keeping cookies as a browser does, before any session.
import type { TestNode } from '../../testing/make-node.ts'
import { makeTestApp, testOrigin } from '../../testing/request.ts'

type Headers = Readonly<Record<string, string>>

export type Door = {
  readonly cookies: Map<string, string>
  get(path: string, headers?: Headers): Promise<Response>
  post(
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Headers,
  ): Promise<Response>
}

/** `address` is where it seems to come from. */
export function openDoor(t: TestNode, address = '192.0.2.200', origin = testOrigin): Door {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: { headers: Headers } & RequestInit) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host: new URL(origin).host, ...(cookie ? { cookie } : {}), ...init.headers }
    const env = { incoming: { socket: { remoteAddress: address } } }
    const answer = await makeTestApp(t).request(origin + path, { ...init, headers }, env)
    keep(cookies, answer)
    return answer
  }
  return {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields = {}, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { origin, ...headers },
        body: new URLSearchParams(fields),
      }),
  }
}

function keep(cookies: Map<string, string>, answer: Response): void {
  for (const set of answer.headers.getSetCookie()) {
    const [pair = ''] = set.split(';')
    const [name = '', value = ''] = pair.split('=')
    if (value === '' || /max-age=0/i.test(set)) cookies.delete(name)
    else cookies.set(name, value)
  }
}
