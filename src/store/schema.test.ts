// Do the row types say what the migrated database says? `UPDATE_SCHEMA=1` writes them anew.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { projectRoot } from './root.ts'

const kept = join(projectRoot, 'src/store/schema.ts')

test('the row types are those of the migrated schema', () => {
  const made = generate(inject('adminUrl'))
  if (process.env.UPDATE_SCHEMA) writeFileSync(kept, made)
  expect(made).toContain('interface Events')
  expect(readFileSync(kept, 'utf8')).toBe(made)
})

function generate(url: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ds-types-'))
  const file = join(folder, 'schema.ts')
  const program = join(projectRoot, 'node_modules/.bin/kysely-codegen')
  execFileSync(
    process.execPath,
    [
      program,
      '--dialect',
      'postgres',
      '--url',
      url,
      '--out-file',
      file,
      '--type-only-imports',
      '--default-schema',
      'doorstep',
      '--include-pattern',
      'doorstep.*',
      '--log-level',
      'error',
    ],
    { stdio: 'pipe' },
  )
  const made = readFileSync(file, 'utf8')
  rmSync(folder, { recursive: true })
  return asRead(made)
}

/** Our driver gives bigint columns as numbers, and hashes are buffers. */
function asRead(text: string): string {
  return text
    .replace(/^export type Int8 = .*$/m, 'export type Int8 = number;')
    .replace(/^import type \{ ColumnType \} .*\n\n?/m, match =>
      text.includes('ColumnType<') ? match : '',
    )
}
