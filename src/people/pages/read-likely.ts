// Who in the register may be the one about to be added? Asked before anything is saved.
import { recordRead } from '../../access/index.ts'
import { type Ctx, reading } from '../../web/request.ts'
import type { Described } from '../domain/weigh-likely.ts'
import { findLikely } from '../store/find-likely.ts'
import { peopleByIds } from '../store/queries.ts'
import type { Likely } from './add-form.tsx'

const likelyMax = 8

/** Under which permission, and on which page the look was. */
type Asked = { readonly may: string; readonly route: string }

/** Only those whom the reader may see: of others they learn nothing, though a review is opened. */
export function readLikely(c: Ctx, { may, route }: Asked, said: Described): Promise<Likely> {
  return reading(c, may, async (tx, scope, now) => {
    const likely = await findLikely(tx, scope.council, said)
    const ids = likely.map(one => one.person)
    const people = await peopleByIds(tx, scope, ids)
    const seen = likely.flatMap(({ person: id, review }) => {
      const person = people.get(id)
      return person ? [{ person, review }] : []
    })
    const shown = seen.slice(0, likelyMax)
    const subjects = shown.map(one => one.person.id)
    await recordRead(tx, scope, { what: 'search', route, subjects, at: now })
    return shown
  })
}
