// The provider says who somebody is and which groups they are in: may they in, and as whom?
import { z } from 'zod'
import type { RoleName } from '../../access/actor.ts'
import { grantEnded, grantGiven, userAdded } from '../../access/domain/events.ts'
import { command, type DecideContext, decided } from '../../events/commands.ts'
import type { Draft } from '../../events/kinds.ts'
import type { Id } from '../../kernel/ids.ts'
import { accountLinked, groupsApplied } from './events.ts'

export const LetIn = z.strictObject({
  issuer: z.string().max(500),
  subject: z.string().min(1).max(500),
  name: z.string().trim().min(1).max(200).nullable(),
  email: z.email().max(254).nullable(),
  /** Said by the provider, or vouched for by the council. */
  isEmailVerified: z.boolean(),
  groups: z.array(z.string().max(500)).max(2_000),
})
export type LetIn = z.infer<typeof LetIn>

export type Rule = {
  readonly rule: Id
  readonly group: string
  readonly role: RoleName
  readonly place: Id | null
  readonly purpose: string
}
export type Invited = { readonly user: Id; readonly isLinked: boolean }

export type LetInState = {
  /** Who this account is known to be; the address does not matter any more. */
  readonly known: { readonly user: Id; readonly isDisabled: boolean } | null
  /** Those with this address who are not shut out. */
  readonly invited: readonly Invited[]
  readonly rules: readonly Rule[]
  /** Grants in force of the known or the invited person. */
  readonly grants: readonly { readonly user: Id; readonly grant: Id; readonly rule: Id | null }[]
}

export const entries = ['in', 'no-access', 'disabled', 'doubtful'] as const
export type Entry = (typeof entries)[number]

export const letIn = command<LetIn, LetInState>({
  name: 'sign-in.let-in',
  input: LetIn,
  may: 'sign-in.administer',
  decide(state, input, context) {
    const answer = (entry: Entry, user: Id | null = null) => ({ entry, user })
    if (state.known?.isDisabled) return decided([], answer('disabled'))
    const invited = input.isEmailVerified && !state.known ? state.invited : []
    if (invited.length > 1 || invited[0]?.isLinked) return decided([], answer('doubtful'))
    const wanted = wantedRules(state.rules, input.groups)
    const found = state.known?.user ?? invited[0]?.user
    if (!found && (wanted.length === 0 || !input.name)) return decided([], answer('no-access'))
    const user = found ?? context.newId()
    const changed = grantChanges(state, { user, wanted }, context)
    const drafts = [
      ...(found ? [] : [added(input, user)]),
      ...(state.known ? [] : [linked(input, user, context)]),
      ...changed.drafts,
    ]
    return decided(drafts, answer(changed.left > 0 ? 'in' : 'no-access', user))
  },
})

/** One grant for one role at one place, however many groups say so. */
function wantedRules(rules: readonly Rule[], groups: readonly string[]): readonly Rule[] {
  const named = rules.filter(rule => groups.includes(rule.group))
  const first = new Map(named.toReversed().map(rule => [`${rule.role} ${rule.place}`, rule]))
  return [...first.values()]
}

/** An address is kept only if it is surely theirs: invitations are found by it. */
function added({ name, email, isEmailVerified }: LetIn, user: Id): Draft {
  const words = { name: name ?? '', email: isEmailVerified ? email : null }
  return userAdded({ subjects: [user], body: { user }, words })
}

function linked({ issuer, subject }: LetIn, user: Id, { newId }: DecideContext): Draft {
  const body = { user, account: newId() }
  return accountLinked({ subjects: [user], body, words: { issuer, subject } })
}

type Wanted = { readonly user: Id; readonly wanted: readonly Rule[] }

/** Only grants that groups gave are ended by groups; what an administrator gave stays. */
function grantChanges(state: LetInState, { user, wanted }: Wanted, context: DecideContext) {
  const held = state.grants.filter(grant => grant.user === user)
  const isWanted = (rule: Id | null) => wanted.some(one => one.rule === rule)
  const ended = held.filter(grant => grant.rule !== null && !isWanted(grant.rule))
  const missing = wanted.filter(one => !held.some(grant => grant.rule === one.rule))
  const given = missing.map(rule => ({ ...rule, grant: context.newId() }))
  const applied = groupsApplied({
    subjects: [user],
    body: {
      user,
      given: given.map(({ grant, rule }) => ({ grant, rule })),
      ended: ended.map(({ grant }) => grant),
    },
  })
  const drafts = [
    ...ended.map(({ grant }) => grantEnded({ subjects: [user], body: { grant, user } })),
    ...given.map(({ grant, role, place, purpose }) =>
      grantGiven({
        subjects: [user],
        place,
        body: {
          ...{ grant, user, role, purpose, from: context.now, until: null },
          source: 'group' as const,
        },
      }),
    ),
    ...(ended.length + given.length > 0 ? [applied] : []),
  ]
  return { drafts, left: held.length - ended.length + given.length }
}
