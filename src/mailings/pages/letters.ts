// Letters are made, taken as a file to print, and said to be in the post.
import { recordRead } from '../../access/index.ts'
import { type Id, isId } from '../../kernel/ids.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { makeLetters, postLetters, printLetters } from '../print-letters.ts'
import { findMailing } from '../store/list-mailings.ts'
import { permission } from './list.tsx'

/** POST /mailings/:mailing/letters */
export const makeThem = (c: Ctx) => step(c, makeLetters)

/** POST /mailings/:mailing/posted */
export const postThem = (c: Ctx) => step(c, postLetters)

async function step(c: Ctx, work: typeof makeLetters) {
  const mailing = await mailingOf(c)
  if (!mailing) return notFoundPage(c)
  const { node, actor } = c.var
  const refused: Refusal | undefined = await work(node, { mailing, actor })
  return isRefusal(refused) ? refusalPage(c, refused) : c.redirect(`/mailings/${mailing}`, 303)
}

/** GET /mailings/:mailing/letters/:part: who is on it is on the record as printed. */
export async function printPart(c: Ctx) {
  const mailing = await mailingOf(c)
  const part = Number(/^[1-9]\d{0,4}$/.exec(c.req.param('part') ?? '')?.[0] ?? 0)
  if (!mailing || part === 0) return notFoundPage(c)
  const { node, actor } = c.var
  const printed = await printLetters(node, { mailing, actor, part: part - 1 })
  if (!printed) return notFoundPage(c)
  await reading(c, permission, (tx, scope, now) =>
    recordRead(tx, scope, {
      what: 'print',
      route: '/mailings/letters',
      subjects: printed.people,
      at: now,
    }),
  )
  return c.body(printed.bytes as Uint8Array<ArrayBuffer>, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="letters-${part}.pdf"`,
  })
}

/** Within the places of who asks. */
function mailingOf(c: Ctx): Promise<Id | undefined> {
  const mailing = c.req.param('mailing') ?? ''
  if (!isId(mailing)) return Promise.resolve(undefined)
  return reading(c, permission, async (tx, scope, now) => {
    return (await findMailing(tx, scope, { mailing, now }))?.id
  })
}
