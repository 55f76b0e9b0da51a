// Every picture on one page, from invented figures: what the tests of pictures look at.
import { Page } from '../layout.tsx'
import { sampleContext } from '../sample-page.tsx'
import { defineStrings, type Lang } from '../strings/strings.ts'
import {
  DaysWaiting,
  Funnel,
  type MapPlace,
  type MapShape,
  PlaceKey,
  TileMap,
  TrueMap,
} from './index.ts'

const sampleStrings = defineStrings('sample-pictures', {
  en: {
    title: 'Pictures',
    note: 'All have been tried.',
    listed: 'On the list',
    reached: 'Reached',
    time: 'half within 9 hours, 9 in 10 within 30 hours',
  },
})

export type SampleFigures = { places: readonly MapPlace[]; shape: MapShape }

export function SamplePictures({ lang, places, shape }: SampleFigures & { lang: Lang }) {
  const t = sampleStrings(lang)
  const href = (query: object) => `/people?${new URLSearchParams({ ...query })}`
  return (
    <Page context={sampleContext(lang)} title={t.title}>
      <h1 class="ds-h1">{t.title}</h1>
      <section class="ds-section ds-cols ds-cols--2-1">
        <div>
          <DaysWaiting days={sampleDays} promiseDays={3} href={href} pastNote={t.note} />
          <Funnel
            steps={[
              { label: t.listed, n: 5600, href: '/listed' },
              { label: t.reached, n: 5310, href: '/reached', time: t.time },
            ]}
          />
        </div>
      </section>
      <section class="ds-section">
        <PlaceKey places={places} href={state => `/places?state=${state}`} />
        <div class="ds-cols ds-cols--tile-map">
          <TileMap places={places} />
          <TrueMap shape={shape} places={places} />
        </div>
      </section>
    </Page>
  )
}

export const sampleDays = [
  { day: 0, untried: 96, tried: 0 },
  { day: 1, untried: 14, tried: 14 },
  { day: 2, untried: 8, tried: 17 },
  { day: 5, untried: 0, tried: 9 },
  { day: 19, untried: 0, tried: 1 },
]

export const sampleShape: MapShape = {
  viewBox: '0 0 466 403',
  outline: 'M10 10H456V393H10z',
  wardLines: 'M200 10V393',
}

/** Places in a grid, some in each state. */
export function samplePlaces(count: number): MapPlace[] {
  return Array.from({ length: count }, (_, i) => {
    const untried = i % 4 === 0 ? 1 + (i % 9) : 0
    const tried = i % 3 === 0 ? 2 : 0
    const reached = i % 17 === 16 ? 0 : 40
    const listed = reached === 0 ? 0 : untried + tried + reached
    const none = { reached: 0, tried: 0, untried: 0, excused: 0, listed: 0 }
    return {
      name: `⦅Village ${i}⦆`,
      code: `V${i}`,
      href: `/places/v${i}`,
      tile: { column: i % 14, row: Math.floor(i / 14) },
      tileNarrow: { column: i % 10, row: Math.floor(i / 10) },
      map: { x: 30 + (i % 10) * 42, y: 30 + Math.floor(i / 10) * 32 },
      counts: listed === 0 ? none : { reached, tried, untried, excused: 0, listed },
    }
  })
}
