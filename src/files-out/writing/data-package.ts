// What does each column mean? As a Frictionless Data Package, which other programs read.
import type { ArchiveFile, Manifest } from '../domain/archive.ts'
import type { ArchiveTable } from '../store/archive-tables.ts'
import { meaningOf } from './column-meanings.ts'

const types: Readonly<Record<string, string>> = {
  smallint: 'integer',
  integer: 'integer',
  bigint: 'integer',
  numeric: 'number',
  boolean: 'boolean',
  date: 'date',
  'timestamp with time zone': 'datetime',
  jsonb: 'object',
}

export function dataPackage(
  council: Manifest['council'],
  tables: readonly ArchiveTable[],
  files: readonly ArchiveFile[],
): string {
  const resources = files.map(({ path, rows, bytes, sha256 }) => {
    const name = path.replace(/^tables\//, '').replace(/\.[a-z]+$/, '')
    const table = path.startsWith('tables/') ? tables.find(one => one.name === name) : undefined
    const about = { name, path, rows, bytes, hash: `sha256:${sha256}`, encoding: 'utf-8' }
    return table ? { ...about, format: 'csv', schema: schemaOf(table) } : about
  })
  const title = `Doorstep: ${council.name}`
  const whole = {
    profile: 'tabular-data-package',
    name: `doorstep-${council.id}`,
    title,
    resources,
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}

function schemaOf({ name: table, columns }: ArchiveTable) {
  const keys = columns.filter(({ key }) => key > 0).sort((a, b) => a.key - b.key)
  return {
    fields: columns.map(({ name, type }) => ({
      name,
      type: type.endsWith('[]') ? 'array' : (types[type] ?? 'string'),
      description: meaningOf(table, name),
    })),
    primaryKey: keys.map(({ name }) => name),
    missingValues: [''],
  }
}
