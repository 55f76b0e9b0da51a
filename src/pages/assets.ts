// Which files does a browser fetch? Each has its hash in its address, so it never changes.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib'
import { Hono } from 'hono'
import { projectRoot } from '../store/root.ts'

type Asset = { url: string; type: string; raw: Buffer; gzip: Buffer; brotli: Buffer }

const byName = new Map<string, Asset>()
const byUrl = new Map<string, Asset>()

/** `assetUrl('doorstep.css')` gives `/assets/doorstep.<hash>.css`. */
export function assetUrl(name: string): string {
  const known = byName.get(name)
  if (known) return known.url
  const make = builtIn[name]
  if (!make) throw new Error(`There is no asset called ${name}.`)
  return addAsset(name, make())
}

/** A capability brings its own style: `addStyle('call.css', 'src/reach/pages/call.css')`. */
export function addStyle(name: string, pathFromRoot: string): string {
  return addAsset(name, smallCss(read(pathFromRoot)))
}

/** A capability brings its own script, in TypeScript: one file that imports nothing. */
export function addScript(name: string, pathFromRoot: string): string {
  return addAsset(name, browserScript(pathFromRoot))
}

/** Text made at start, such as a council's colours, is served like a file. Gives its address. */
export function addAsset(name: string, text: string): string {
  const raw = Buffer.from(text)
  const hash = createHash('sha256').update(raw).digest('hex').slice(0, 12)
  const url = `/assets/${name.replace(/\.(\w+)$/, `.${hash}.$1`)}`
  const asset = { url, type: typeOf(name), raw, ...compressed(raw) }
  byName.set(name, asset)
  byUrl.set(url, asset)
  return url
}

/** Mount at `/assets`. Public: no session is read and nothing about a person is served. */
export const assets = new Hono().get('/:file', c => {
  const url = `/assets/${c.req.param('file')}`
  const asset = byUrl.get(url) ?? builtAtFirstAsking(url)
  if (!asset) return c.notFound()
  const accepted = c.req.header('accept-encoding') ?? ''
  const coding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : ''
  const body = coding === 'br' ? asset.brotli : coding === 'gzip' ? asset.gzip : asset.raw
  return c.body(new Uint8Array(body), 200, {
    'Content-Type': asset.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
    ...(coding ? { 'Content-Encoding': coding } : {}),
  })
})

/** Bytes over the wire, for the page budget. */
export function assetBytes(name: string): number {
  assetUrl(name)
  return byName.get(name)?.brotli.length ?? 0
}

/** In the order in which later ones refine earlier ones. */
const styles = ['tokens', 'doorstep', 'call', 'lists', 'village', 'kit', 'print']

const govuk = 'node_modules/govuk-frontend/dist/govuk'

const builtIn: Record<string, () => string> = {
  'doorstep.css': () => [govukCss(), ...styles.map(ownCss)].join('\n'),
  'paper.css': () => ownCss('paper'),
  'doorstep.js': () =>
    ['start', 'keys', 'search', 'banners']
      .map(name => browserScript(`src/pages/client/${name}.ts`))
      .join('\n'),
  'govuk-frontend.js': () =>
    read(`${govuk}/govuk-frontend.min.js`).replace(/\/\/# sourceMappingURL=.*$/, ''),
  'icon.svg': () => read('src/pages/assets/icon.svg'),
  'wordmark.svg': () => read('src/pages/assets/wordmark.svg'),
}

/** After a restart a browser may ask for a file before any page has named it. */
function builtAtFirstAsking(url: string): Asset | undefined {
  for (const name of Object.keys(builtIn)) assetUrl(name)
  return byUrl.get(url)
}

/** Its typeface and crest are the government's, not ours, and would be fetched in vain. */
function govukCss(): string {
  return read(`${govuk}/govuk-frontend.min.css`)
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/url\(\/assets\/[^)]*\)/g, 'none')
    .replace(/\/\*# sourceMappingURL=.*$/, '')
}

function ownCss(name: string): string {
  return smallCss(read(`src/pages/assets/${name}.css`))
}

function smallCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};])\s*/g, '$1')
    .trim()
}

/** Node says that stripping types is experimental; a start-up log is no place for that. */
function browserScript(pathFromRoot: string): string {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(read(pathFromRoot)).replace(/^\s*\/\/.*$/gm, '')
  } finally {
    process.emitWarning = emitWarning
  }
}

function read(pathFromRoot: string): string {
  return readFileSync(join(projectRoot, pathFromRoot), 'utf8')
}

function typeOf(name: string): string {
  if (name.endsWith('.css')) return 'text/css; charset=utf-8'
  return name.endsWith('.svg') ? 'image/svg+xml' : 'text/javascript; charset=utf-8'
}

function compressed(raw: Buffer): { gzip: Buffer; brotli: Buffer } {
  const size = { [zlib.BROTLI_PARAM_SIZE_HINT]: raw.length }
  return { gzip: gzipSync(raw, { level: 9 }), brotli: brotliCompressSync(raw, { params: size }) }
}
