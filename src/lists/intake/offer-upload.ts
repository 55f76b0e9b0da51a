// How does another system hand in a list? One file, or a stream of rows, under an id of its own.
import { z } from 'zod'
import { type ApiFault, type ApiUpload, apiUpload } from '../../events/index.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { type FileProblem, isFileProblem } from '../domain/file-problems.ts'
import { isHalfGone } from '../domain/half-gone.ts'
import { fileBytesMax } from '../domain/limits.ts'
import { reasonCodes } from '../domain/reasons.ts'
import { listStrings } from '../pages/strings.ts'
import { type HandedIn, handIn } from '../store/hand-in.ts'
import { csvOfJsonLines, LineFault } from './json-lines.ts'

const count = z.number().int().min(0)
const jsonLines = 'application/x-ndjson'
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const row = {
  'First name': 'Ann',
  Surname: 'Ray',
  'Date of birth': '01/02/1950',
  Postcode: 'CB24 8RX',
}

export const uploadList: ApiUpload = apiUpload({
  path: '/lists/files',
  may: 'lists.load',
  summary: 'Hand in a list: a file, or rows as JSON Lines; it waits for a person unless load=yes',
  bodyBytesMax: fileBytesMax,
  types: {
    [jsonLines]: `${JSON.stringify(row)}\n`,
    'text/csv': `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`,
    [workbook]: null,
    'application/octet-stream': null,
  },
  query: z.object({
    /** The list that it is; recognised by its columns where it is not said. */
    list: z.string().min(1).max(40).optional(),
    name: z.string().min(1).max(200).optional(),
    load: z.enum(['yes', 'no']).default('no'),
    /** Why a list that shrinks by half is right all the same. */
    reason: z.string().trim().min(1).max(500).optional(),
  }),
  answer: z.strictObject({
    file: z.uuid(),
    list: z.string(),
    outcome: z.enum(['loaded', 'waiting']),
    /** It has lost half of its entries: loading it needs a `reason`. */
    needsReason: z.boolean(),
    version: z.uuid().nullable(),
    isNew: z.boolean(),
    rows: count,
    accepted: count,
    changed: count,
    unchanged: count,
    needsReview: count,
    rejected: count,
    reasons: z.array(z.strictObject({ reason: z.enum(reasonCodes), rows: count })),
    remarks: z.array(z.string()),
  }),
  async receive({ node, actor, id, query, type, chunks }) {
    const { list, name = 'list.csv', load, reason } = query
    const bytes = type === jsonLines ? csvOfJsonLines(chunks) : chunks
    const given = { id, list, name, chunks: bytes, isLoaded: load === 'yes', shrinkReason: reason }
    try {
      const done = await handIn(node, actor, given)
      if (isRefusal(done)) return done
      return isFileProblem(done) ? faultOf(done) : answerOf(done)
    } catch (error) {
      if (error instanceof LineFault) return lineFault(error)
      throw error
    }
  },
})

function answerOf({ file, list, version, isNew, preview }: HandedIn) {
  const counts = version ?? preview?.counts
  return {
    file,
    list,
    outcome: version ? ('loaded' as const) : ('waiting' as const),
    needsReason: !version && preview !== null && isHalfGone(preview),
    version: version?.id ?? null,
    isNew,
    rows: counts?.rows ?? 0,
    accepted: counts?.accepted ?? 0,
    changed: counts?.changed ?? 0,
    unchanged: counts?.unchanged ?? 0,
    needsReview: counts?.needs_review ?? 0,
    rejected: counts?.rejected ?? 0,
    reasons: (preview?.reasons ?? []).map(({ reason, rows }) => ({ reason, rows })),
    remarks: (preview?.remarks ?? []).map(({ remark }) => remark),
  }
}

/** The file stays where a person may still say what its columns are. */
function faultOf({ problem, columns, file }: FileProblem & { file?: string }): ApiFault {
  const t = listStrings('en')
  const fields: Record<string, string> = {}
  if (columns && columns.length > 0) fields.columns = columns.join(', ')
  if (file) fields.file = file
  return { fault: problem, title: t.refusedTitle, detail: t.problems[problem], fields }
}

function lineFault({ line, code }: LineFault): ApiFault {
  const t = listStrings('en')
  const fields = { [`line ${line}`]: code }
  return { fault: 'line-unreadable', title: t.refusedTitle, detail: t.lineUnreadable, fields }
}
