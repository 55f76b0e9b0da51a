// What does the address of a list ask for? Undefined for one that no page of ours made.
import { isId } from '../../kernel/ids.ts'
import { type DueAsked, dueKinds, dueParts } from '../../reach/index.ts'

type Query = Readonly<Record<string, string>>

export function callsAsked({ kind, part, caller }: Query): DueAsked | undefined {
  const [isKind, isPart] = [dueKinds.find(one => one === kind), dueParts.find(one => one === part)]
  if (kind !== undefined && !isKind) return undefined
  if (part !== undefined && !isPart) return undefined
  if (caller !== undefined && !isId(caller)) return undefined
  return { kind: isKind, part: isPart, caller }
}

const kindPattern = /^[a-z][a-z0-9-]{0,39}$/

export type StepsAsked = { readonly kind: string | undefined; readonly isLate: boolean }

export function stepsAsked({ kind, late }: Query): StepsAsked | undefined {
  if (kind !== undefined && !kindPattern.test(kind)) return undefined
  return { kind, isLate: late === '1' }
}
