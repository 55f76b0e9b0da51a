// Does every way in name who may use it? Each command and each route, and no permission for nobody.
import { expect, test } from 'vitest'
import { roleNames } from '../../src/access/index.ts'
import { capabilities } from '../../src/app.ts'
import { makeRegistry } from '../../src/events/registry.ts'
import { codeFiles } from './source-files.ts'

const { permissions } = makeRegistry(capabilities)
const commands = capabilities.flatMap(one => one.commands)
const routes = capabilities.flatMap(one => one.routes)
const withoutGrant = ['public', 'signed-in', 'token']

test('every command names a permission that some role holds', () => {
  expect(commands.length).toBeGreaterThan(3)
  expect(commands.filter(one => !permissions[one.may]?.length).map(one => one.name)).toEqual([])
})

test('every route names a permission, or says that it needs none', () => {
  expect(routes.length).toBeGreaterThan(5)
  const known = (may: string) => withoutGrant.includes(may) || permissions[may]?.length
  expect(routes.filter(one => !known(one.may)).map(one => `${one.method} ${one.path}`)).toEqual([])
})

test('every permission is held by someone, named after its owner, and asked for', () => {
  const code = codeFiles.filter(file => !/\/index\.ts$/.test(file.path)).map(file => file.text)
  const doors = codeFiles.filter(file => /\/index\.ts$/.test(file.path)).map(file => file.text)
  const isAsked = (name: string) =>
    code.some(text => text.includes(`'${name}'`)) ||
    doors.some(text => text.includes(`may: '${name}'`))
  const wrong = capabilities.flatMap(({ name, permissions: own }) =>
    Object.entries(own).flatMap(([permission, roles]) => [
      ...(permission.startsWith(`${name}.`) ? [] : [`${permission} is not named after ${name}`]),
      ...(roles.length > 0 ? [] : [`${permission} is held by nobody`]),
      ...roles.filter(role => !roleNames.includes(role)).map(role => `${role} is not a role`),
      ...(isAsked(permission) ? [] : [`${permission} is never asked for`]),
    ]),
  )
  expect(wrong).toEqual([])
})

test('nothing changes by a GET: a route that acts is a POST, and one address is one route', () => {
  const addresses = routes.map(one => `${one.method} ${one.path}`)
  expect(addresses.filter((one, i) => addresses.indexOf(one) !== i)).toEqual([])
})
