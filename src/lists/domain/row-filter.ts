// Which rows does a figure lead to? The filter as it stands in the address, and back.
import { type EntryChange, entryChanges } from './entry.ts'
import { type Outcome, outcomes, type Reason, reasonCodes } from './reasons.ts'

export type RowFilter = {
  readonly outcome?: Outcome | 'stopped'
  readonly reason?: Reason
  readonly change?: EntryChange
  readonly died?: true
}

/** Undefined for an address that no page of ours made. */
export function readRowFilter(query: Readonly<Record<string, string>>): RowFilter | undefined {
  const { outcome, reason, change, died } = query
  const isOutcome = outcome === 'stopped' || outcomes.includes(outcome as Outcome)
  if (outcome !== undefined && !isOutcome) return undefined
  if (reason !== undefined && !reasonCodes.includes(reason as Reason)) return undefined
  if (change !== undefined && !entryChanges.includes(change as EntryChange)) return undefined
  if (died !== undefined && died !== '1') return undefined
  return {
    ...(outcome ? { outcome: outcome as Outcome } : {}),
    ...(reason ? { reason: reason as Reason } : {}),
    ...(change ? { change: change as EntryChange } : {}),
    ...(died ? { died: true as const } : {}),
  }
}

export function rowFilterQuery(filter: RowFilter, page = 1): string {
  const { died, ...rest } = filter
  const query = new URLSearchParams(rest)
  if (died) query.set('died', '1')
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
