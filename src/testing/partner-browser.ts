// The browser of somebody without an account and without JavaScript, who follows a link.
import type { TestNode } from './make-node.ts'
import { makeTestApp, testOrigin } from './request.ts'

export function partnerBrowser(t: TestNode, more: Readonly<Record<string, string>> = {}) {
  let cookie = ''
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { host: new URL(testOrigin).host, origin: testOrigin, cookie, ...more }
    const answer = await makeTestApp(t).request(testOrigin + path, { ...init, headers })
    const set = /doorstep-referral=[\w-]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0]
    if (set) cookie = set
    return { status: answer.status, page: await answer.text() }
  }
  return {
    get: (path: string) => ask(path),
    post: (path: string, fields: Readonly<Record<string, string>>) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
  }
}
