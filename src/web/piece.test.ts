// Does a page with pieces arrive as it was drawn, byte for byte?
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { expect, test } from 'vitest'
import { packed } from './packed.ts'
import { gzipParts, joined, lengthOf, makePiece, placeOf } from './piece.ts'

test('whatever the parts, what is unpacked is what was put together', async () => {
  const part = fc.record({
    text: fc.string({ unit: 'binary', maxLength: 3_000 }),
    isPiece: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 8 }), async given => {
      const parts = await Promise.all(
        given.map(({ text, isPiece }) => (isPiece ? makePiece(text) : text)),
      )
      const whole = Buffer.from(joined(parts))
      expect(gunzipSync(await gzipParts(parts)).equals(whole)).toBe(true)
      expect(lengthOf(parts)).toBe(whole.length)
    }),
  )
})

const big = '<tr><td>Llanfair — ŵ ŷ</td></tr>'.repeat(20_000)
const piece = makePiece(big)
const said = '<!--0123456789abcdef0123456789abcdef:0-->'
const app = new Hono().use(packed).get('/', async c => {
  const place = placeOf(c, await piece)
  return c.html(html`<h1>${said}</h1><table>${place}</table><table>${place}</table><p>End</p>`)
})
const escaped = said.replace('<', '&lt;').replace('>', '&gt;')
const table = `<table>${big}</table>`
const shown = `<h1>${escaped}</h1>${table}${table}<p>End</p>`

test('a page shows its pieces where they belong, packed or not', async () => {
  const answer = await app.request('/', { headers: { 'accept-encoding': 'gzip' } })
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe(shown)
  expect(await (await app.request('/')).text()).toBe(shown)
})
