// Are the migrations plain, numbered, named by a verb, and is every constraint named?
import { expect, inject, test } from 'vitest'
import { migrated } from '../../src/app.ts'
import { ask } from './database.ts'
import { migrationFiles } from './source-files.ts'

const verbs = /^(add|create|drop|fill|index|keep|move|name|rename|replace|split|widen|narrow)$/

test('migrations are numbered without a gap and begin with a verb', () => {
  expect(migrationFiles.length).toBeGreaterThan(3)
  const byFolder = Map.groupBy(migrationFiles, file => file.path.replace(/\/[^/]*$/, ''))
  const wrong = [...byFolder].flatMap(([, files]) =>
    files.flatMap(({ path }, i) => {
      const [, number, verb] = /\/(\d{4})-([a-z]+)-[a-z0-9-]+\.sql$/.exec(path) ?? []
      const isNext = Number(number) === i + 1
      return isNext && verbs.test(verb ?? '') ? [] : [path]
    }),
  )
  expect(wrong).toEqual([])
})

test('every folder of migrations is run', () => {
  const folders = new Set(migrationFiles.map(file => file.path.split('/')[1]))
  expect([...folders].sort()).toEqual([...migrated].sort())
})

test('a migration goes forward only, and moves no data while it changes shape', () => {
  const wrong = migrationFiles.filter(({ text }) => {
    const plain = text.replace(/--.*$/gm, '').replace(/\$\$[\s\S]*?\$\$/g, '')
    const shapes = /^\s*(create|alter|drop) table/im.test(plain)
    const moves = /^\s*(insert into|update|delete from)\b/im.test(plain)
    return /\b(rollback|security definer)\b/i.test(plain) || (shapes && moves)
  })
  expect(wrong.map(file => file.path)).toEqual([])
})

test('every constraint has a name that somebody gave it', async () => {
  const found = await ask<{ name: string; table: string; type: string }>(
    inject('adminUrl'),
    `select conname as name, conrelid::regclass::text as table, contype as type from pg_constraint
      where connamespace = 'doorstep'::regnamespace and contype <> 'n'`,
  )
  expect(found.length).toBeGreaterThan(10)
  const given = migrationFiles.map(file => file.text).join('\n')
  const unnamed = found.filter(
    ({ name }) => name !== 'migrations_pk' && !new RegExp(`constraint\\s+${name}\\b`).test(given),
  )
  expect(unnamed.map(one => `${one.table}: ${one.name}`)).toEqual([])
})
