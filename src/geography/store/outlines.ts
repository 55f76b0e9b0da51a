// What does a map of an emergency show for bearings? The wards that stand.
import type { Tx } from '../../store/open.ts'
import type { Shape } from '../domain/terms.ts'
import { standingFacts } from './read-state.ts'

export type Outline = { readonly name: string; readonly shape: Shape }

export async function outlines(tx: Tx, council: string): Promise<readonly Outline[]> {
  const wards = await standingFacts(tx, council, 'wards')
  return [...wards.values()].map(({ name, shape }) => ({
    name: String(name),
    shape: shape as Shape,
  }))
}
