// On every page of whoever a stop touches: where, who, since when, and the way to say "I know".
import { format } from '../../pages/format.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { Banner } from '../../web/banners.tsx'
import { type Mine, standstillsFor } from '../store/queries.ts'
import { Octagon } from './stop-block.tsx'
import { standstillStrings } from './strings.ts'

/** So many stand on a page; the others are counted, and behind the link. */
const shownMax = 3

export const stopBanner: Banner = {
  name: 'standstill',
  may: 'standstill.hear',
  async of({ tx, scope, lang, now }) {
    const found = await standstillsFor(tx, scope)
    if (found.length === 0) return undefined
    const ids = found.slice(0, 2 * shownMax).map(one => `${one.id}${one.liftedAt ? '-0' : ''}`)
    return { ids, content: <StopBanner found={found} lang={lang} now={now} /> }
  },
}

type Shown = { readonly found: readonly Mine[]; readonly lang: Lang; readonly now: number }

function StopBanner({ found, lang, now }: Shown) {
  const t = standstillStrings(lang)
  const more = found.length - shownMax
  return (
    <aside class="ds-stopbar" aria-label={t.title}>
      <div class="govuk-width-container">
        {found.slice(0, shownMax).map(one => (
          <OneStop one={one} lang={lang} now={now} />
        ))}
        {more > 0 && (
          <p>
            <a href="/stopped">{t.more(more, format(lang).number(more))}</a>
          </p>
        )}
      </div>
    </aside>
  )
}

function OneStop({ one, lang, now }: { one: Mine; lang: Lang; now: number }) {
  const t = standstillStrings(lang)
  const { near } = format(lang)
  const place = one.placeName ?? t.wholeCouncil
  const since = t.since(near(one.at, now), one.by)
  return (
    <p>
      <Octagon />
      <span>
        <b>{one.liftedAt ? t.goesOn(place) : t.here(place)}.</b>{' '}
        {one.liftedAt ? t.out : `${since}. ${t.hereBody}`} <a href="/stopped">{wayOut(one, t)}</a>
      </span>
    </p>
  )
}

function wayOut(one: Mine, t: ReturnType<typeof standstillStrings>): string {
  if (one.isAway) return t.sayHome
  return one.mustAcknowledge ? t.sayKnow : t.look
}
