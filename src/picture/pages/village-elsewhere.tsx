// What else is there about this village? The sheet for its hall, proofs, its codes and boundary.
import { useLang } from '../../pages/strings/index.ts'
import type { VillageModel } from '../domain/model.ts'
import { villageWords } from './village-strings.ts'

type ElsewhereProps = { model: VillageModel; hasProofs: boolean }

export function Elsewhere({ model, hasProofs }: ElsewhereProps) {
  const t = villageWords(useLang())
  const { village, campaign } = model
  return (
    <p class="ds-section ds-links ds-noprint">
      <a href={`/villages/${village.id}/wall?campaign=${campaign.id}`}>{t.forWall}</a>
      {hasProofs && <a href={`/proofs?campaign=${campaign.id}`}>{t.proofs}</a>}
      <a href={`/places/${village.id}`}>{t.aboutPlace}</a>
      <a href={`/villages/${village.id}/works`}>{t.works}</a>
    </p>
  )
}
