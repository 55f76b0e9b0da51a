// Is the figure true? The page's own moment and places, counted again from the log by reach.
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { recountFromLog } from '../../reach/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Recount } from '../domain/model.ts'
import { momentOf, type View } from './members-at.ts'

/** `within` narrows it to one place, by where the log says that they live. */
export async function recount(
  tx: Tx,
  scope: Scope,
  asked: { readonly view: View; readonly within: Id | null },
): Promise<Recount> {
  const { view, within } = asked
  const { round } = view
  const about = { round, at: momentOf(view), scope, within }
  return { at: view.now.getTime(), counts: await recountFromLog(tx, scope.council, about) }
}
