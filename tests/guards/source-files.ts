// Which files are ours? Everything that people here wrote by hand, read once.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/store/root.ts'

export type SourceFile = {
  /** From the project's root: `src/reach/domain/coverage.ts`. */
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
}

const roots = ['src', 'tests']
const written = /\.(ts|tsx|mjs|sql|css)$/
/** Made by a program from the migrated database. */
const generated = new Set(['src/store/schema.ts'])

export const sourceFiles: readonly SourceFile[] = roots.flatMap(root =>
  readdirSync(join(projectRoot, root), { recursive: true, encoding: 'utf8' })
    .map(name => `${root}/${name}`)
    .filter(path => written.test(path) && !generated.has(path))
    .sort()
    .map(readSource),
)

export const codeFiles = sourceFiles.filter(file => /\.(ts|tsx|mjs)$/.test(file.path))
export const migrationFiles = sourceFiles.filter(file => file.path.includes('/migrations/'))

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('tests/') || path.startsWith('src/testing/')
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(projectRoot, path), 'utf8')
  return { path, text, lines: text.replace(/\n$/, '').split('\n') }
}
