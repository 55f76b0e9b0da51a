// Somebody draws an area: the questions, a preview of who is inside and what changes, the record.
import { type Id, isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, holds, reading } from '../../web/request.ts'
import { takeAddress } from '../../web/take-links.tsx'
import { writeCorners } from '../domain/corner-points.ts'
import { drawArea } from '../domain/draw-area.ts'
import { ground } from '../ground.ts'
import { type AreaVersion, areasOf, findArea, versionsOf } from '../store/areas.ts'
import { followersOf } from '../store/followers.ts'
import { insideCounts } from '../store/inside-counts.ts'
import { whoIsInside } from '../store/who-is-inside.ts'
import {
  type AreaAnswers,
  type AreaProblems,
  noAreaAnswers,
  type Resolved,
  readAnswers,
  resolve,
} from './area-answers.ts'
import { AreaForm } from './area-form.tsx'
import { AreaPreview } from './area-preview.tsx'
import { AreasView, AreaView } from './area-view.tsx'

/** GET /areas */
export async function showAreas(c: Ctx) {
  const areas = await inCouncil(c, (tx, council) => areasOf(tx, council))
  if (!areas) return notFoundPage(c)
  return c.html(<AreasView context={await pageContext(c, '/campaigns')} areas={areas} />)
}

const versionsShown = 20

/** GET /areas/:area */
export async function showArea(c: Ctx) {
  const id = idAt(c)
  const found = await inCouncil(c, async (tx, council) => {
    const versions = id ? await versionsOf(tx, council, id) : []
    const rows = []
    for (const version of versions.slice(0, versionsShown)) {
      const inside = await whoIsInside(tx, council, version)
      rows.push({ version, counts: await insideCounts(tx, council, inside) })
    }
    return { rows, outlines: await ground().outlines(tx, council) }
  })
  if (!found || found.rows.length === 0) return notFoundPage(c)
  const context = await pageContext(c, '/campaigns')
  const { attribution } = ground()
  const mayRun = holds(c, 'reach.run')
  const take = takeAddress(c, 'areas.take', `/areas/${id}/versions`)
  const shown = { context, outlines: found.outlines, attribution, mayRun, take }
  return c.html(<AreaView {...shown} versions={found.rows} />)
}

/** GET /areas/new */
export function askArea(c: Ctx) {
  return showForm(c, { answers: noAreaAnswers, problems: {}, area: undefined })
}

/** GET /areas/:area/next: as it stands, to be changed. */
export async function askNext(c: Ctx) {
  const area = idAt(c)
  const before = await findHere(c, area)
  if (!area || !before) return notFoundPage(c)
  return showForm(c, { answers: answersOf(before), problems: {}, area })
}

function answersOf({ name, postcodes, shape }: AreaVersion): AreaAnswers {
  const isPlain = shape.length === 1 && shape[0]?.length === 1
  const corners = isPlain ? writeCorners((shape[0]?.[0] ?? []).slice(0, -1)) : ''
  const geojson =
    shape.length > 0 && !isPlain ? JSON.stringify({ type: 'MultiPolygon', coordinates: shape }) : ''
  const way = postcodes.length > 0 ? 'postcodes' : isPlain ? 'corners' : 'geojson'
  return { ...noAreaAnswers, name, way, postcodes: postcodes.join('\n'), corners, geojson }
}

/** POST /areas/preview */
export async function previewArea(c: Ctx) {
  return send(c, await formOf(c))
}

/** POST /areas: drawn as previewed, or the form again. */
export async function saveArea(c: Ctx) {
  return send(c, await formOf(c))
}

async function send(c: Ctx, form: Form) {
  const answers = await readAnswers(form)
  const area = isId(form.text('area')) ? form.text('area') : undefined
  const before = await findHere(c, area)
  const found = await inCouncil(c, (tx, council) => resolve({ tx, council }, answers))
  if (!found) return notFoundPage(c)
  const step = form.text('step')
  if ('problems' in found || step === 'change') {
    const problems = 'problems' in found ? found.problems : {}
    return showForm(c, { answers, problems, area: before?.area })
  }
  if (step === 'draw') return draw(c, form, { answers, resolved: found.resolved })
  return preview(c, { answers, resolved: found.resolved, before })
}

type Drawing = { readonly answers: AreaAnswers; readonly resolved: Resolved }

async function draw(c: Ctx, form: Form, { answers, resolved }: Drawing) {
  const { extent, source } = resolved
  const said = form.text('source')
  const input = {
    area: form.text('area'),
    version: form.text('version'),
    number: Number(form.text('number')),
    name: answers.name,
    note: answers.note,
    // A file is text by now; that it came as one is kept.
    source: source === 'pasted' && said === 'file' ? 'file' : source,
    ...extent,
  }
  const done = await actFor(c, drawArea, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/areas/${input.area}`, 303)
}

type Previewing = Drawing & { readonly before: AreaVersion | undefined }

async function preview(c: Ctx, { answers, resolved, before }: Previewing) {
  const ids = { command: newId(), area: before?.area ?? newId(), version: newId() }
  const { now } = { now: c.var.node.clock.now() }
  const found = await inCouncil(c, async (tx, council) => {
    const inside = await whoIsInside(tx, council, resolved.extent)
    const { area, version } = ids
    const number = (before?.number ?? 0) + 1
    const following = before
      ? await followersOf({ tx, council, now, area, version, number, inside })
      : []
    const counts = await insideCounts(tx, council, inside)
    return { counts, following, outlines: await ground().outlines(tx, council) }
  })
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/campaigns')
  const shown = { context, answers, resolved, before, ids, ...found }
  return c.html(<AreaPreview {...shown} attribution={ground().attribution} />)
}

type Shown = {
  readonly answers: AreaAnswers
  readonly problems: AreaProblems
  readonly area: Id | undefined
}

async function showForm(c: Ctx, { answers, problems, area }: Shown) {
  const before = await findHere(c, area)
  const outlines = await inCouncil(c, (tx, council) => ground().outlines(tx, council))
  if (!outlines) return notFoundPage(c)
  const context = await pageContext(c, '/campaigns')
  const status = Object.keys(problems).length > 0 ? 422 : 200
  const shown = { context, answers, problems, outlines, before }
  return c.html(<AreaForm {...shown} attribution={ground().attribution} />, status)
}

function idAt(c: Ctx): Id | undefined {
  const id = c.req.param('area')
  return isId(id) ? id : undefined
}

async function findHere(c: Ctx, area: Id | undefined): Promise<AreaVersion | undefined> {
  if (!area) return undefined
  return inCouncil(c, (tx, council) => findArea(tx, council, area))
}

type Tx = Parameters<typeof areasOf>[0]

/** An area is the whole council's; whoever runs things only in some places sees none. */
function inCouncil<T>(c: Ctx, work: (tx: Tx, council: string) => Promise<T>) {
  return reading(c, 'areas.read', async (tx, scope) =>
    scope.everywhere ? work(tx, scope.council) : undefined,
  )
}
