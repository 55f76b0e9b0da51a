// Has anything happened since these figures were counted? If not, they still hold and are kept:
// same log entry, same minute, same places. Whose names were shown is recorded all the same.
import type { Scope } from '../../access/index.ts'
import { headOf } from '../../live/index.ts'
import type { Node } from '../../node.ts'
import { type Lang, LangContext } from '../../pages/strings/index.ts'
import type { Tx } from '../../store/open.ts'
import { makePiece, type Piece } from '../../web/piece.ts'
import type { CoverageModel } from '../domain/model.ts'
import { coverageModel } from '../store/coverage-model.ts'
import type { Asked } from '../store/read-view.ts'
import { CoverageFigures } from './coverage-view.tsx'

export type KeptFigures = { readonly model: CoverageModel; readonly piece: Piece }

const keptMax = 40
const kept = new WeakMap<Node, Map<string, KeptFigures>>()

export type FiguresAsked = Asked & {
  readonly now: number
  readonly lang: Lang
  readonly node: Node
}

export async function coverageFigures(
  tx: Tx,
  scope: Scope,
  asked: FiguresAsked,
): Promise<KeptFigures> {
  const key = keyOf(scope, asked, await headOf(tx, scope))
  const { node } = asked
  const known = kept.get(node) ?? new Map<string, KeptFigures>()
  kept.set(node, known)
  const found = known.get(key)
  if (found) return found
  const made = await draw(tx, scope, asked)
  known.set(key, made)
  const [oldest] = known.keys()
  if (known.size > keptMax && oldest) known.delete(oldest)
  return made
}

async function draw(tx: Tx, scope: Scope, asked: FiguresAsked): Promise<KeptFigures> {
  const model = await coverageModel(tx, scope, asked)
  const figures = (
    <LangContext.Provider value={asked.lang}>
      <CoverageFigures model={model} />
    </LangContext.Provider>
  )
  return { model, piece: await makePiece(`${await figures.toString()}`) }
}

function keyOf(scope: Scope, asked: FiguresAsked, seq: number): string {
  const { campaign, round, at, now, lang } = asked
  const places = scope.everywhere ? 'all' : [...scope.places].sort()
  const minute = Math.floor(now / 60_000)
  return JSON.stringify([scope.council, places, campaign.id, round.id, at, minute, seq, lang])
}
