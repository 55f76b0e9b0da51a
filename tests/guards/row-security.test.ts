// Does the database itself keep councils apart, whatever a query forgets?
import { expect, inject, test } from 'vitest'
import { capabilities } from '../../src/app.ts'
import { newId } from '../../src/kernel/ids.ts'
import { makeTestNode } from '../../src/testing/make-node.ts'
import { ask } from './database.ts'

const url = inject('adminUrl')
/** No council in them: which migrations have run. */
const withoutCouncil = ['migrations']

type Table = { name: string; enabled: boolean; forced: boolean; tenant: boolean; first: string }

const tables = () =>
  ask<Table>(
    url,
    `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      exists (select from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'council') as tenant,
      coalesce((select a.attname from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary), '') as first
    from pg_class c where c.relnamespace = 'doorstep'::regnamespace and c.relkind in ('r', 'p')`,
  )

test('every key begins with the council, and row security is on and forced', async () => {
  const all = await tables()
  expect(all.length).toBeGreaterThan(10)
  const wrong = all
    .filter(one => !withoutCouncil.includes(one.name))
    .filter(one => !one.tenant || !one.enabled || !one.forced || one.first !== 'council')
  expect(wrong.map(one => one.name)).toEqual([])
})

test('every read model is such a table', async () => {
  const names = (await tables()).map(one => one.name)
  const models = capabilities.flatMap(one => one.readModels)
  expect(models.length).toBeGreaterThan(4)
  expect(models.filter(model => !names.includes(model))).toEqual([])
})

test('every unique key begins with the council: a clash tells nothing of another', async () => {
  const found = await ask<{ name: string }>(
    url,
    `select i.indexrelid::regclass::text as name from pg_index i
      join pg_class c on c.oid = i.indrelid
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relnamespace = 'doorstep'::regnamespace and i.indisunique
        and c.relname <> 'migrations' and a.attname is distinct from 'council'`,
  )
  expect(found).toEqual([])
})

test('there is one rule for rows: the council that the transaction names', async () => {
  const found = await ask<{ table: string; policy: string; using: string; permissive: string }>(
    url,
    `select tablename as table, policyname as policy, qual as using, permissive from pg_policies
      where schemaname = 'doorstep'`,
  )
  expect(found.length).toBeGreaterThan(10)
  const tenants = found.filter(one => one.policy === 'tenant')
  const odd = tenants.filter(one => !one.using.includes("current_setting('app.council'"))
  expect(odd).toEqual([])
  // A second rule may only narrow: here, what is too young to be deleted.
  const more = found.filter(one => one.policy !== 'tenant' && one.permissive !== 'RESTRICTIVE')
  expect(more.map(one => one.table)).toEqual(['councils'])
})

test('the app role owns nothing, is in no other role, and passes no row security', async () => {
  const [role] = await ask<Record<string, boolean | number>>(
    url,
    `select rolsuper as super, rolbypassrls as bypass, rolcreaterole as roles, rolcreatedb as makes,
      (select count(*)::int from pg_class where relowner = r.oid) as owned,
      (select count(*)::int from pg_auth_members where member = r.oid) as memberships
    from pg_roles r where rolname = 'doorstep_app'`,
  )
  const nothing = { super: false, bypass: false, roles: false, makes: false }
  expect(role).toEqual({ ...nothing, owned: 0, memberships: 0 })
})

test('the app role may not truncate, reference, attach triggers or make tables', async () => {
  const given = await ask<{ table: string; right: string }>(
    url,
    `select table_name as table, privilege_type as right from information_schema.role_table_grants
      where table_schema = 'doorstep' and grantee in ('doorstep_app', 'PUBLIC')`,
  )
  expect(given.length).toBeGreaterThan(20)
  const usual = ['SELECT', 'INSERT', 'UPDATE', 'DELETE']
  expect(given.filter(one => !usual.includes(one.right))).toEqual([])
  const kept = ['events', 'commands', 'reads']
  const changes = given.filter(one => ['UPDATE', 'DELETE'].includes(one.right))
  expect(changes.filter(one => kept.includes(one.table))).toEqual([])
  const [may] = await ask(
    url,
    `select has_schema_privilege('doorstep_app', 'doorstep', 'create') as may`,
  )
  expect(may).toEqual({ may: false })
})

test('no function runs with the rights of its owner, and no view either', async () => {
  const functions = await ask<{ name: string; definer: boolean }>(
    url,
    `select proname as name, prosecdef as definer from pg_proc
      where pronamespace = 'doorstep'::regnamespace`,
  )
  expect(functions.length).toBeGreaterThan(3)
  expect(functions.filter(one => one.definer)).toEqual([])
  const views = await ask<{ name: string }>(
    url,
    `select relname as name from pg_class where relnamespace = 'doorstep'::regnamespace
      and (relkind = 'm' or (relkind = 'v'
        and not coalesce('security_invoker=true' = any(reloptions), false)))`,
  )
  expect(views).toEqual([])
})

test('1,000 interleaved looks of 20 councils never see each other', async () => {
  const t = await makeTestNode()
  const councils = Array.from({ length: 20 }, (_, i) => `council-${i}`)
  const actor = newId()
  for (const council of councils) {
    await t.node.store.transaction({ council, actor }, tx =>
      tx.insertInto('users').values({ council, id: newId(), name: council }).execute(),
    )
  }
  const looks = Array.from({ length: 1_000 }, (_, i) => councils[i % councils.length] ?? '')
  const seen = await Promise.all(
    looks.map(council =>
      t.node.store.transaction({ council, actor }, tx =>
        tx.selectFrom('users').select('name').execute(),
      ),
    ),
  )
  expect(seen).toEqual(looks.map(council => [{ name: council }]))
  const unbound = await t.node.store.transaction({ council: '', actor }, tx =>
    tx.selectFrom('users').select('name').execute(),
  )
  expect(unbound).toEqual([])
  const other = { council: 'council-1', actor }
  const smuggle = t.node.store.transaction(other, tx =>
    tx.insertInto('users').values({ council: 'council-2', id: newId(), name: 'x' }).execute(),
  )
  await expect(smuggle).rejects.toThrow(/row-level security/)
  await t.close()
})
