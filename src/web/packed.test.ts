// Does a page come whole, whichever way it travels?
import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { html } from 'hono/html'
import { expect, test } from 'vitest'
import { packed } from './packed.ts'

const long = 'Grwp pentref Llanfair — ŵ ŷ 中 '.repeat(200)
const app = new Hono()
  .use(compress(), packed)
  .get('/long', c => c.html(long))
  .get('/drawn', c => c.html(html`<p>${long}</p>`))
  .get('/refused', c => c.html(long, 422, { 'x-reason': 'invalid' }))
  .get('/short', c => c.html('<p>Yes</p>'))
  .get('/file', c => c.text(long))
  .get('/cookie', c => {
    c.header('set-cookie', 'one=1', { append: true })
    c.header('set-cookie', 'two=2', { append: true })
    return c.html(long)
  })

const ask = (path: string, accepted?: string, method = 'GET') =>
  app.request(path, { method, headers: accepted ? { 'accept-encoding': accepted } : {} })
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const unpacked = async (answer: Response) => gunzipSync(await bytesOf(answer)).toString('utf8')

test('a page is packed for whoever can unpack it, and says so', async () => {
  for (const accepted of ['gzip', 'br, gzip;q=0.8', 'deflate, GZIP', '*']) {
    const answer = await ask('/long', accepted)
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(answer.headers.get('vary')).toContain('Accept-Encoding')
    expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8')
    expect(await unpacked(answer)).toBe(long)
  }
  expect(await unpacked(await ask('/drawn', 'gzip'))).toBe(`<p>${long}</p>`)
})

test('whoever cannot unpack gets it as it is, and so does a page that is small', async () => {
  for (const accepted of [undefined, 'identity', 'gzip;q=0', 'gzip;q=0.0']) {
    const answer = await ask('/long', accepted)
    expect(answer.headers.get('content-encoding')).toBe(null)
    expect(await answer.text()).toBe(long)
  }
  expect(await (await ask('/short', 'gzip')).text()).toBe('<p>Yes</p>')
})

test('status, headers and each cookie stay as the page gave them', async () => {
  const refused = await ask('/refused', 'gzip')
  expect(refused.status).toBe(422)
  expect(refused.headers.get('x-reason')).toBe('invalid')
  expect((await ask('/cookie', 'gzip')).headers.getSetCookie()).toEqual(['one=1', 'two=2'])
})

test('what is no page is packed once, by whoever streams it', async () => {
  const answer = await ask('/file', 'gzip')
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(await unpacked(answer)).toBe(long)
})

test('asked for its head alone, a page is not packed', async () => {
  expect((await ask('/long', 'gzip', 'HEAD')).headers.get('content-encoding')).toBe(null)
})
