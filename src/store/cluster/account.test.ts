// Which user of the machine is lent to PostgreSQL?
import { expect, test } from 'vitest'
import { firstNamedAccount } from './account.ts'

const root = 'root:x:0:0:root:/root:/bin/bash'
const nobody = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin'

test('the user called postgres is preferred where there is one', () => {
  const passwd = [root, nobody, 'postgres:x:101:104::/var/lib/postgresql:/bin/bash'].join('\n')
  expect(firstNamedAccount(passwd)).toEqual({ uid: 101, gid: 104 })
})

test('nobody will do, also as macOS writes it', () => {
  expect(firstNamedAccount([root, nobody].join('\n'))).toEqual({ uid: 65534, gid: 65534 })
  const onMac = 'nobody:*:-2:-2:Unprivileged User:/var/empty:/usr/bin/false'
  expect(firstNamedAccount(onMac)).toEqual({ uid: 4294967294, gid: 4294967294 })
})

test('a machine with neither is refused in one sentence', () => {
  expect(() => firstNamedAccount(root)).toThrowError(/start Doorstep as an ordinary user/)
})
