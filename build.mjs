// What does `./doorstep` run? One bundle per command, so that a start loads only what it uses.
import { readdir, rm, stat } from 'node:fs/promises'
import { build } from 'esbuild'

const oldChunkMsMax = 7 * 24 * 60 * 60 * 1000

// What is wrong with the source, esbuild has said by itself.
const result = await build({
  entryPoints: ['src/cli.ts', 'src/cli/link/read-thread.ts', 'src/cli/link/weigh-thread.ts'],
  outbase: 'src',
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
}).catch(() => process.exit(1))
const sources = Object.keys(result.metafile.inputs).filter(path => path.startsWith('src/'))
if (sources.length === 0) throw new Error('The build saw no source files.')

// A server that is running may still load a chunk of the build it was started from.
for (const name of await readdir('dist/chunks')) {
  const path = `dist/chunks/${name}`
  if (path in result.metafile.outputs) continue
  const { mtimeMs } = await stat(path)
  if (Date.now() - mtimeMs > oldChunkMsMax) await rm(path)
}
