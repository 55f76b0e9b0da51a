// Can `npm ci` install from the lock file on every platform that its packages know?
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../store/root.ts'

type Package = { dependencies?: object; optionalDependencies?: object }

const { packages } = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Package>
}

/** npm leaves out the packages of other platforms when a `node_modules` lies beside the lock. */
test('the lock file holds every package that is named, also for other platforms', () => {
  const named = Object.entries(packages).flatMap(([from, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies }).map(name => ({ from, name })),
  )
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter(({ from, name }) => !isHeld(from, name))).toEqual([])
})

/** As Node looks: in the package's own folder first, then in the folders around it. */
function isHeld(from: string, name: string): boolean {
  if (`${from === '' ? '' : `${from}/`}node_modules/${name}` in packages) return true
  return from !== '' && isHeld(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name)
}
