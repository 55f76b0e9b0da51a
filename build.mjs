// What does `./doorstep` run? One bundle per command, so that a start loads only what it uses.
import { rm } from 'node:fs/promises'
import { build } from 'esbuild'

await rm('dist/chunks', { recursive: true, force: true })
const result = await build({
  entryPoints: ['src/cli.ts'],
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.18',
  packages: 'external',
  sourcemap: true,
  metafile: true,
  logLevel: 'warning',
})
const sources = Object.keys(result.metafile.inputs).filter(path => path.startsWith('src/'))
if (sources.length === 0) throw new Error('The build saw no source files.')
