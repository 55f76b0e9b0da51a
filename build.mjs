// What does `./doorstep` run? One bundle per command, so that a start loads only what it uses.
import { readdir, rm, stat } from 'node:fs/promises'
import { build } from 'esbuild'

const oldChunkMsMax = 7 * 24 * 60 * 60 * 1000

/** The engine is pure: a thread that reads loads what reading needs, and not all that it exports. */
const pureMatching = {
  name: 'pure-matching',
  setup(build) {
    build.onResolve({ filter: /\.ts$/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === pureMatching) return undefined
      const found = await build.resolve(path, { ...from, pluginData: pureMatching })
      const { path: file, namespace, external } = found
      const isPure = file.includes('/src/matching/')
      return isPure ? { path: file, namespace, external, sideEffects: false } : undefined
    })
  },
}

const shared = {
  outbase: 'src',
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.18',
  packages: 'external',
  metafile: true,
  logLevel: 'warning',
}

// What is wrong with the source, esbuild has said by itself.
const fail = () => process.exit(1)
const result = await build({
  ...shared,
  entryPoints: ['src/cli.ts'],
  chunkNames: 'chunks/[name]-[hash]',
  splitting: true,
  sourcemap: true,
}).catch(fail)
// A thread starts in a fraction of the time when it has one small file to read.
await build({
  ...shared,
  entryPoints: ['src/cli/link/read-thread.ts', 'src/cli/link/weigh-thread.ts'],
  plugins: [pureMatching],
}).catch(fail)
const sources = Object.keys(result.metafile.inputs).filter(path => path.startsWith('src/'))
if (sources.length === 0) throw new Error('The build saw no source files.')

// A server that is running may still load a chunk of the build it was started from.
for (const name of await readdir('dist/chunks')) {
  const path = `dist/chunks/${name}`
  if (path in result.metafile.outputs) continue
  const { mtimeMs } = await stat(path)
  if (Date.now() - mtimeMs > oldChunkMsMax) await rm(path)
}
