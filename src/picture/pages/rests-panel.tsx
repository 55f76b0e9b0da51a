// What do these figures rest on? Since when, for whom, how many attempts, who answers for it.
import { format } from '../../pages/format.ts'
import { fill, useLang } from '../../pages/strings/index.ts'
import { sourceName } from '../../people/index.ts'
import type { CoverageModel } from '../domain/model.ts'
import { coverageWords } from './coverage-strings.ts'
import { pictureWords } from './strings.ts'

export function RestsPanel({ model }: { model: CoverageModel }) {
  const lang = useLang()
  const t = coverageWords(lang)
  const show = format(lang)
  const { campaign, attempts, doors, logSeq } = model
  const { nobody } = pictureWords(lang)
  return (
    <div>
      <div class="ds-section__head">
        <h2 class="ds-h2">{t.rests}</h2>
      </div>
      <dl class="ds-facts">
        <dt>{t.started}</dt>
        <dd>{show.date(campaign.openedAt)}</dd>
        <dt>{t.for}</dt>
        <dd>{campaign.purpose}</dd>
        {campaign.lists.length > 0 && (
          <>
            <dt>{t.lists(campaign.lists.length)}</dt>
            <dd>{campaign.lists.map(list => sourceName(lang, list)).join(', ')}</dd>
          </>
        )}
        <dt>{t.attempts}</dt>
        <dd>{fill(t.attemptsAll, { n: show.number(attempts) })}</dd>
        <dt>{t.doors}</dt>
        <dd>{show.number(doors)}</dd>
        <dt>{t.pack}</dt>
        <dd>{t.packVersion(campaign.pack, `${campaign.packVersion}`)}</dd>
        <dt>{t.answerable}</dt>
        <dd>{campaign.answerable ?? nobody}</dd>
        <dt>{t.logEntry}</dt>
        <dd>{show.number(logSeq)}</dd>
      </dl>
    </div>
  )
}
