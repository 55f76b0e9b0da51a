// Would the boundary checks notice? Small invented trees, each breaking one rule.
import { expect, test } from 'vitest'
import { doorsPassedBy, type Edge, outwardImports, rings } from './boundaries.ts'

function edge(from: string, to: string, isTypeOnly = false): Edge {
  const file = { path: `src/${from}`, text: '', lines: [`import { x } from '${to}'`] }
  const isOurs = to.includes('.ts')
  return { file, to: isOurs ? `src/${to}` : to, isOurs, isTypeOnly, line: 1 }
}

test.each([
  ['reach/domain/plan.ts', 'node:fs'],
  ['reach/domain/plan.ts', 'kysely'],
  ['reach/domain/plan.ts', 'reach/store/plan.ts'],
  ['reach/domain/plan.ts', 'web/request.ts'],
  ['reach/store/plan.ts', 'reach/pages/plan.tsx'],
  ['reach/pages/plan.tsx', 'reach/index.ts'],
  ['kernel/ids.ts', 'store/open.ts'],
])('an import that points outwards is found: %s of %s', (from, to) => {
  expect(outwardImports([edge(from, to)])).toHaveLength(1)
})

test.each([
  ['reach/domain/plan.ts', 'reach/domain/terms.ts'],
  ['reach/domain/plan.ts', 'kernel/ids.ts'],
  ['reach/domain/plan.ts', 'events/kinds.ts'],
  ['reach/domain/plan.ts', 'zod'],
  ['reach/store/plan.ts', 'kysely'],
  ['reach/pages/plan.tsx', 'reach/store/plan.ts'],
])('an import that points inwards is let be: %s of %s', (from, to) => {
  expect(outwardImports([edge(from, to)])).toEqual([])
})

test('another capability is entered only by its door', () => {
  expect(doorsPassedBy([edge('reach/store/a.ts', 'people/store/b.ts')])).toHaveLength(1)
  expect(doorsPassedBy([edge('reach/store/a.ts', 'people/index.ts')])).toEqual([])
  expect(doorsPassedBy([edge('reach/store/a.ts', 'access/scope.ts')])).toHaveLength(1)
  expect(doorsPassedBy([edge('web/app.ts', 'access/scope.ts')])).toEqual([])
  expect(doorsPassedBy([edge('web/app.ts', 'people/index.ts')])).toHaveLength(1)
})

test('a ring of capabilities is found once', () => {
  const ring = [
    edge('lists/store/a.ts', 'reach/index.ts'),
    edge('reach/store/a.ts', 'people/index.ts'),
    edge('people/store/a.ts', 'lists/index.ts'),
    edge('people/store/b.ts', 'places/index.ts'),
  ]
  expect(rings(ring)).toEqual(['lists → reach → people → lists'])
  expect(rings(ring.slice(1))).toEqual([])
})
