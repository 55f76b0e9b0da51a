// Who is inside, and what would change? Shown before anything is written.
import { format } from '../../pages/format.ts'
import { Button } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import type { Outline } from '../ground.ts'
import type { AreaVersion } from '../store/areas.ts'
import type { Following } from '../store/followers.ts'
import type { InsideCounts } from '../store/inside-counts.ts'
import type { AreaAnswers, Resolved } from './area-answers.ts'
import { areaStyle } from './area-form.tsx'
import { AreaMap } from './area-map.tsx'
import { areaStrings } from './strings.ts'

export type AreaPreviewProps = {
  context: PageContext
  answers: AreaAnswers
  resolved: Resolved
  counts: InsideCounts
  following: readonly Omit<Following, 'drafts'>[]
  before: AreaVersion | undefined
  outlines: readonly Outline[]
  attribution: string
  ids: { readonly command: string; readonly area: string; readonly version: string }
}

export function AreaPreview(props: AreaPreviewProps) {
  const { context, answers, resolved, before, counts, outlines, attribution } = props
  const t = areaStrings(context.lang)
  const { number } = format(context.lang)
  const { homes, people } = counts
  const shapes = [resolved.extent.shape, ...(before ? [before.shape] : [])]
  return (
    <Page
      context={context}
      title={t.previewTitle}
      breadcrumbs={[{ href: '/areas', label: t.title }, { label: t.previewTitle }]}
      styles={[areaStyle]}
      attribution={attribution}
    >
      <h1 class="ds-h1 ds-headline" data-homes={homes} data-people={people}>
        {answers.name}: {t.homesInside(homes, number(homes))}{' '}
        {t.peopleInside(people, number(people))}
      </h1>
      <p>{t.unlisted(number(counts.unlisted))}</p>
      {counts.homesUnknown + counts.peopleUnknown > 0 && (
        <div class="ds-care">
          <p>{t.unknown(counts.homesUnknown, counts.peopleUnknown)}</p>
        </div>
      )}
      <AreaMap outlines={outlines} shapes={shapes} label={t.mapOf(answers.name)} />
      {before && <Changes {...props} />}
      <Decide {...props} />
    </Page>
  )
}

function Changes({ following }: AreaPreviewProps) {
  const lang = useLang()
  const t = areaStrings(lang)
  const { number } = format(lang)
  return (
    <section class="ds-section" aria-labelledby="h-changes">
      <h2 class="ds-h2" id="h-changes">
        {t.changes}
      </h2>
      {following.length === 0 ? (
        <p>{t.changesNone}</p>
      ) : (
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{t.campaign}</th>
              {[t.joined, t.left, t.restored].map(text => (
                <th scope="col" class="ds-number">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {following.map(({ campaign, title, joined, left, restored }) => (
              <tr>
                <th scope="row">
                  <a href={`/campaigns/${campaign}/coverage`}>{title}</a>
                </th>
                {[joined, left, restored].map(n => (
                  <td class="ds-number">{number(n)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Both buttons send the answers; only one draws. */
function Decide({ answers, resolved, before, ids }: AreaPreviewProps) {
  const t = areaStrings(useLang())
  const { way, name, note, postcodes, centre, metres, corners, geojson } = answers
  const kept = { way, name, note, postcodes, centre, metres, corners, geojson }
  const next = (before?.number ?? 0) + 1
  return (
    <form method="post" action="/areas" class="ds-section">
      {Object.entries(kept).map(([field, value]) => (
        <input type="hidden" name={field} value={value} />
      ))}
      {answers.without && <input type="hidden" name="without" value="yes" />}
      <input type="hidden" name="source" value={resolved.source} />
      <input type="hidden" name="command" value={ids.command} />
      <input type="hidden" name="area" value={ids.area} />
      <input type="hidden" name="version" value={ids.version} />
      <input type="hidden" name="number" value={next} />
      <div class="ds-acts">
        <Button
          text={before ? t.confirmAgain(next) : t.confirm}
          name="step"
          value="draw"
          preventDoubleClick
        />
        <button class="ds-link-button" type="submit" name="step" value="change">
          {t.change}
        </button>
      </div>
    </form>
  )
}
