// Where is the project? The same answer from the source tree and from the built `dist/`.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)))

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'src'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('Doorstep cannot find its own folder.')
  return findRoot(parent)
}
