// How was an area drawn, version by version, beside each other; and which areas are there?
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { type TakeAddress, TakeLinks } from '../../web/take-links.tsx'
import { pointsIn } from '../domain/draw-area.ts'
import type { Outline } from '../ground.ts'
import type { AreaVersion } from '../store/areas.ts'
import type { InsideCounts } from '../store/inside-counts.ts'
import { areaStyle } from './area-form.tsx'
import { AreaMap } from './area-map.tsx'
import { areaStrings } from './strings.ts'

export type AreaViewProps = {
  context: PageContext
  /** The newest first. */
  versions: readonly { readonly version: AreaVersion; readonly counts: InsideCounts }[]
  outlines: readonly Outline[]
  attribution: string
  mayRun: boolean
  take: TakeAddress | undefined
}

export function AreaView(props: AreaViewProps) {
  const { context, versions, outlines, attribution, mayRun, take } = props
  const t = areaStrings(context.lang)
  const newest = versions[0]?.version
  if (!newest) return null
  const shapes = versions.slice(0, 2).map(one => one.version.shape)
  return (
    <Page
      context={context}
      title={newest.name}
      breadcrumbs={[{ href: '/areas', label: t.title }, { label: newest.name }]}
      styles={[areaStyle]}
      attribution={attribution}
    >
      <h1 class="ds-h1 ds-headline">{newest.name}</h1>
      <p class="ds-acts ds-tight">
        <a class="ds-button" href={`/areas/${newest.area}/next`}>
          {t.drawAgain}
        </a>
        {mayRun && <a href={`/campaigns/open?area=${newest.area}`}>{t.openCampaign}</a>}{' '}
        {mayRun && versions.length > 1 && (
          <a href={`/areas/${newest.area}/changes`}>{t.changesLink}</a>
        )}
      </p>
      <div class="ds-section">
        <AreaMap outlines={outlines} shapes={shapes} label={t.mapOf(newest.name)} />
        {versions.length > 1 && newest.shape.length > 0 && <p class="ds-small">{t.now}</p>}
      </div>
      <Versions versions={versions} />
      <TakeLinks at={take} />
      {newest.postcodes.length > 0 && (
        <section class="ds-section" aria-labelledby="h-postcodes">
          <h2 class="ds-h2" id="h-postcodes">
            {t.allPostcodes}
          </h2>
          <p>{newest.postcodes.map(one => one.replace(' ', '\u00a0')).join(', ')}</p>
        </section>
      )}
    </Page>
  )
}

function Versions({ versions }: Pick<AreaViewProps, 'versions'>) {
  const t = areaStrings(useLang())
  return (
    <section class="ds-section" aria-labelledby="h-versions">
      <h2 class="ds-h2" id="h-versions">
        {t.versions}
      </h2>
      <table class="ds-table ds-area-versions">
        <thead>
          <tr>
            <th scope="col">{t.version}</th>
            <th scope="col">{t.covers}</th>
            <th scope="col" class="ds-number">
              {t.homes}
            </th>
            <th scope="col" class="ds-number">
              {t.people}
            </th>
          </tr>
        </thead>
        <tbody>
          {versions.map(one => (
            <VersionRow {...one} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function VersionRow({ version, counts }: AreaViewProps['versions'][number]) {
  const lang = useLang()
  const t = areaStrings(lang)
  const { number, row } = format(lang)
  return (
    <tr data-version={version.number} data-homes={counts.homes}>
      <th scope="row">
        {t.versionOf(version.number)}
        <br />
        <small class="ds-quiet">
          {row(version.drawnAt)}, {version.drawnBy}
        </small>
      </th>
      <td>
        {t.sources[version.source]}. <Covers version={version} />
        {version.note !== '' && (
          <>
            <br />
            <small>{version.note}</small>
          </>
        )}
      </td>
      <td class="ds-number">{number(counts.homes)}</td>
      <td class="ds-number">{number(counts.people)}</td>
    </tr>
  )
}

function Covers({ version }: { version: AreaVersion }) {
  const lang = useLang()
  const t = areaStrings(lang)
  const { number } = format(lang)
  const { postcodes } = version
  const corners = pointsIn(version)
  if (postcodes.length > 0)
    return <>{t.extentPostcodes(postcodes.length, number(postcodes.length))}</>
  return <>{t.extentCorners(corners, number(corners))}</>
}

type AreasProps = { context: PageContext; areas: readonly AreaVersion[] }

export function AreasView({ context, areas }: AreasProps) {
  const t = areaStrings(context.lang)
  const crumbs = [{ href: '/campaigns', label: t.campaigns }, { label: t.title }]
  return (
    <Page context={context} title={t.title} breadcrumbs={crumbs}>
      <h1 class="ds-h1 ds-headline">{t.title}</h1>
      <p>{t.intro}</p>
      <p class="ds-acts">
        <a class="ds-button" href="/areas/new">
          {t.draw}
        </a>
      </p>
      {areas.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul class="govuk-list">
          {areas.map(({ area, name, number, drawnAt, drawnBy }) => (
            <li>
              <a href={`/areas/${area}`}>{name}</a>
              <br />
              <small class="ds-quiet">
                {t.versionOf(number)}, {format(context.lang).row(drawnAt)}, {drawnBy}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
