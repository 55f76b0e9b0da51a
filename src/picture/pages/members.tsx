// Who stands behind a figure? The list, in pages, with the look at it recorded.
import { recordRead } from '../../access/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { takeAddress } from '../../web/take-links.tsx'
import { type Filter, readFilter } from '../domain/filter.ts'
import type { MemberList } from '../domain/model.ts'
import { countMembers, memberRows, placeName } from '../store/member-list.ts'
import { viewOf } from '../store/read-view.ts'
import { MembersView, rowsPerPage } from './members-view.tsx'
import { campaignAsked, momentAsked, readingOnce } from './read-asked.ts'

export async function showMembers(c: Ctx) {
  const { at, wrong } = momentAsked(c)
  const filter = readFilter(c.req.query())
  const page = pageAsked(c.req.query('page'))
  if (!filter || wrong || page === undefined) return notFoundPage(c)
  const list = await findList(c, { filter, page, at })
  if (!list) return notFoundPage(c)
  const context = await pageContext(c, '/campaigns')
  return c.html(
    <MembersView {...{ context, list, filter }} take={takeAddress(c, 'picture.take')} />,
  )
}

type ListAsked = { filter: Filter; page: number; at: number | null }

function findList(c: Ctx, { filter, page, at }: ListAsked): Promise<MemberList | undefined> {
  return readingOnce(c, 'picture.list', async (tx, scope, now) => {
    const named = { id: c.req.param('campaign'), round: c.req.query('round'), at }
    const asked = await campaignAsked(tx, scope, { ...named, now })
    const { place } = filter
    const name = place && place !== 'none' ? await placeName(tx, scope, place) : null
    if (!asked || name === undefined) return undefined
    const listing = { view: viewOf(asked, now), filter, page, perPage: rowsPerPage }
    const total = await countMembers(tx, scope, listing)
    const rows = await memberRows(tx, scope, listing)
    const subjects = rows.map(row => row.subject)
    await recordRead(tx, scope, { what: 'list', route: '/campaigns/members', subjects, at: now })
    return { ...asked, now, total, page, rows, placeName: name || null }
  })
}

const pagesMax = 10_000

function pageAsked(text: string | undefined): number | undefined {
  if (text === undefined) return 1
  const page = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return page >= 1 && page <= pagesMax ? page : undefined
}
