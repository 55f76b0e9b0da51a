// What else is there about this village, and what may be asked for it?
import { useLang } from '../../pages/strings/index.ts'
import type { VillageModel } from '../domain/model.ts'
import { villageWords } from './village-strings.ts'

/** What the reader holds. */
export type MayHere = { readonly proofs: boolean; readonly ask: boolean; readonly stop: boolean }

type ElsewhereProps = { model: VillageModel; may: MayHere }

export function Elsewhere({ model, may }: ElsewhereProps) {
  const t = villageWords(useLang())
  const { village, campaign } = model
  return (
    <p class="ds-section ds-links ds-noprint">
      <a href={`/villages/${village.id}/wall?campaign=${campaign.id}`}>{t.forWall}</a>
      {may.proofs && <a href={`/proofs?campaign=${campaign.id}`}>{t.proofs}</a>}
      <a href={`/places/${village.id}`}>{t.aboutPlace}</a>
      <a href={`/villages/${village.id}/works`}>{t.works}</a>
      <a href={`/problems?place=${village.id}`}>{t.problems}</a>
      {may.ask && <a href={`/escalations/new?place=${village.id}`}>{t.ask}</a>}
      {may.stop && <a href={`/stops/new?within=${village.id}`}>{t.stop}</a>}
    </p>
  )
}
