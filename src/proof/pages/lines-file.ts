// The lines of a proof as a table that may be taken: by code, or with names for those who may.
import { type ListAsked, type ListTable, onePage, type TableRow } from '../../files-out/index.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { channelWord, outcomeWord, reasonWord } from '../../picture/index.ts'
import type { Coverage } from '../domain/make-coverage.ts'
import type { Line } from '../domain/proof-form.ts'
import { type CodeList, codeList } from '../store/code-list.ts'
import { coverageOf, findProof } from '../store/proofs.ts'
import { listsOf } from './lines-table.tsx'
import { placeName } from './proof-parts.tsx'
import { proofStrings } from './strings.ts'

export async function linesFile(
  { tx, scope, lang, params }: ListAsked,
  isNamed: boolean,
): Promise<ListTable | undefined> {
  const { proof: id } = params
  const proof = isId(id) ? await findProof(tx, scope, id) : undefined
  if (!proof) return undefined
  const coverage = await coverageOf(tx, scope.council, proof)
  const codes = isNamed ? await codeList(tx, scope, coverage) : undefined
  const t = proofStrings(lang)
  const rows = coverage.lines.map(line => rowOf(lang, line, { coverage, codes }))
  return {
    name: isNamed ? 'proof-with-names' : 'proof',
    title: t.name(format(lang).number(proof.number), placeName(lang, proof)),
    filter: isNamed ? t.names.filter : t.fileFilter,
    asAt: proof.at.getTime(),
    columns: columnsOf(lang, isNamed),
    people: new Set(rows.flatMap(row => row.people)).size,
    rows: () => onePage(rows),
  }
}

function columnsOf(lang: ListAsked['lang'], isNamed: boolean): ListTable['columns'] {
  const t = proofStrings(lang)
  const named = isNamed ? [t.who, t.names.address] : []
  const texts = [t.code, ...named, t.state].map(name => ({ name, kind: 'text' as const }))
  return [
    ...texts,
    { name: t.since, kind: 'moment' },
    { name: t.how, kind: 'text' },
    { name: t.lists, kind: 'text' },
    { name: t.entry, kind: 'number' },
  ]
}

type Among = { readonly coverage: Coverage; readonly codes: CodeList | undefined }

function rowOf(lang: ListAsked['lang'], line: Line, { coverage, codes }: Among): TableRow {
  const t = proofStrings(lang)
  const one = codes?.people.get(line.code)
  const reason = line.reason === null ? '' : `: ${reasonWord(lang, line.reason)}`
  const named = codes ? [one?.name || t.names.erased, one?.address ?? ''] : []
  return {
    cells: [
      ...[line.code, ...named, `${t.states[line.state]}${reason}`],
      new Date(line.since),
      triesOf(lang, line, codes),
      listsOf(lang, coverage.head, line),
      line.entry,
    ],
    people: one && line.kind === 'person' ? [one.id] : [],
  }
}

/** All of them, in their order. */
function triesOf(lang: ListAsked['lang'], { tries }: Line, codes: CodeList | undefined): string {
  const t = proofStrings(lang)
  return tries
    .map(({ at, channel, outcome, by }) => {
      const who = codes?.staff.get(by) || by
      const said = t.last(channelWord(lang, channel), outcomeWord(lang, outcome), who)
      return `${format(lang).row(Date.parse(at))} ${said}`
    })
    .join('; ')
}
