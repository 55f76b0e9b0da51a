// Whatever groups come and go, does a person hold just what their groups and their givers say?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { type LetIn, letIn, type Rule } from './let-in.ts'

const names = ['a', 'b', 'c', 'd'] as const
const roles = ['hub-manager', 'call-handler', 'officer'] as const

type Held = { readonly user: string; readonly grant: string; readonly rule: string | null }
type World = { user: string | null; held: Held[] }

const aRule = fc.record({
  rule: fc.uuid(),
  group: fc.constantFrom(...names),
  role: fc.constantFrom(...roles),
  place: fc.constant(null),
  purpose: fc.constant('testing'),
})
const aVisit = fc.record({
  groups: fc.subarray([...names, 'stranger']),
  rules: fc.uniqueArray(aRule, { maxLength: 6, selector: one => one.rule }),
  isGivenByHand: fc.boolean(),
})

let made = 0
const newId = () => `id-${++made}`

function visit(world: World, rules: readonly Rule[], groups: readonly string[]) {
  const input: LetIn = {
    issuer: 'https://provider.example',
    subject: 'somebody',
    name: 'Amir Khan',
    email: null,
    isEmailVerified: false,
    groups: [...groups],
  }
  const known = world.user ? { user: world.user, isDisabled: false } : null
  const state = { known, invited: [], rules, grants: world.held }
  const decided = letIn.decide(state, input, { now: 1, actor: 'system', newId })
  if (isRefusal(decided) || !('answer' in decided)) throw new Error('It always answers.')
  for (const { kind, body } of decided.events) apply(world, kind, body)
  world.user = decided.answer.user as string | null
  return decided.answer.entry
}

/** As the record would be read back. */
function apply(world: World, kind: string, body: Readonly<Record<string, unknown>>): void {
  const grant = String(body.grant)
  if (kind === 'access.GrantGiven') world.held.push({ user: `${body.user}`, grant, rule: null })
  if (kind === 'access.GrantEnded') world.held = world.held.filter(one => one.grant !== grant)
  if (kind !== 'sign-in.GroupsApplied') return
  const given = body.given as readonly { grant: string; rule: string }[]
  world.held = world.held.map(one => ({
    ...one,
    rule: given.find(({ grant }) => grant === one.grant)?.rule ?? one.rule,
  }))
}

test('after each sign-in the roles of groups are those of the rules, and no other changed', () => {
  fc.assert(
    fc.property(fc.array(aVisit, { maxLength: 8 }), visits => {
      const world: World = { user: null, held: [] }
      for (const { groups, rules, isGivenByHand } of visits) {
        if (isGivenByHand && world.user) {
          world.held.push({ user: world.user, grant: newId(), rule: null })
        }
        const byHand = world.held.filter(one => one.rule === null)
        const entry = visit(world, rules, groups)
        const wanted = new Set(
          rules.filter(rule => groups.includes(rule.group)).map(({ role }) => role),
        )
        const fromGroups = world.held.filter(one => one.rule !== null)
        const holds = fromGroups.map(({ rule }) => rules.find(one => one.rule === rule)?.role)
        expect(new Set(holds)).toEqual(wanted)
        expect(holds).toHaveLength(wanted.size)
        expect(world.held.filter(one => one.rule === null)).toEqual(byHand)
        expect(entry).toBe(world.held.length > 0 ? 'in' : 'no-access')
      }
    }),
  )
})

test('who was shut out gains nothing, whatever the groups', () => {
  fc.assert(
    fc.property(aVisit, ({ groups, rules }) => {
      const known = { user: 'gone', isDisabled: true }
      const state = { known, invited: [], rules, grants: [] }
      const input = { issuer: 'x', subject: 'y', name: 'Z', email: null, isEmailVerified: true }
      const decided = letIn.decide(state, { ...input, groups }, { now: 1, actor: 'system', newId })
      expect(decided).toEqual({ events: [], answer: { entry: 'disabled', user: null } })
    }),
  )
})
