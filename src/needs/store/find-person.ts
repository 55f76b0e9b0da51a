// Whose plan is this? Nobody whom the reader may not see.
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export async function findPerson(tx: Tx, scope: Scope, id: Id) {
  const found = await tx
    .selectFrom('people')
    .select(['id', 'name'])
    .where('council', '=', scope.council)
    .where('id', '=', id)
    .where(inScope(scope, 'people.place'))
    .executeTakeFirst()
  return found && { id: found.id, name: found.name ?? '' }
}
