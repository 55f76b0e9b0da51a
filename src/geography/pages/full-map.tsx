// The map that moves: asked for by whoever wants it, with all of it from our own address.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { addScript, addStyle } from '../../pages/assets.ts'
import { Page } from '../../pages/layout.tsx'
import { notFoundPage } from '../../web/error-pages.tsx'
import { allowWorkers } from '../../web/headers.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { mapModel } from '../store/map.ts'
import { attribution } from './attribution.ts'
import { peopleScopeOf } from './people-scope.ts'
import { geographyStrings } from './strings.ts'

const library = '/places/map/library'
const types: Readonly<Record<string, string>> = {
  'maplibre-gl.mjs': 'text/javascript; charset=utf-8',
  'maplibre-gl-worker.mjs': 'text/javascript; charset=utf-8',
  'maplibre-gl.css': 'text/css; charset=utf-8',
}

export async function showFullMap(c: Ctx) {
  allowWorkers(c)
  const context = await pageContext(c, '/places/map')
  const t = geographyStrings(context.lang)
  const script = addScript('full-map.js', 'src/geography/pages/full-map-client.ts')
  const style = addStyle('full-map.css', 'src/geography/pages/full-map.css')
  return c.html(
    <Page
      context={context}
      title={t.mapFullTitle}
      attribution={attribution}
      breadcrumbs={[{ href: '/places/map', label: t.mapTitle }, { label: t.mapFullTitle }]}
      styles={[`${library}/maplibre-gl.css`, style]}
      scripts={[script]}
    >
      <h1 class="ds-h1">{t.mapFullTitle}</h1>
      <p>
        <a href="/places/map">{t.mapBack}</a>
      </p>
      <div
        id="full-map"
        class="ds-fullmap"
        data-library={`${library}/maplibre-gl.mjs`}
        data-places="/places/map/places.json"
        data-failed={t.mapFailed}
        data-homes={t.homesHere}
        data-people={t.peopleHere}
      >
        <p>{t.mapFullNeeds}</p>
      </div>
    </Page>,
  )
}

/** The same facts as the drawn map and its table, for the script of the page. */
export async function sendPlaces(c: Ctx) {
  const { wards, villages } = await reading(c, 'geography.read', (tx, scope, now) =>
    mapModel(tx, scope, { peopleScope: peopleScopeOf(c), now }),
  )
  const areas = wards.map(({ code, name, shape }) => ({
    type: 'Feature',
    properties: { kind: 'ward', code, name },
    geometry: { type: 'MultiPolygon', coordinates: shape },
  }))
  const places = villages.flatMap(({ id, name, homes, people, shape, position }) => {
    const properties = { kind: 'village', id, name, homes, people }
    const own = shape
      ? [
          {
            type: 'Feature',
            properties: { ...properties, kind: 'village-shape' },
            geometry: { type: 'MultiPolygon', coordinates: shape },
          },
        ]
      : []
    if (!position) return own
    const geometry = { type: 'Point', coordinates: position }
    return [...own, { type: 'Feature', properties, geometry }]
  })
  return c.json({ type: 'FeatureCollection', features: [...areas, ...places] })
}

/** Read from where it was installed, when somebody opens the map, and not before. */
export async function sendLibrary(c: Ctx) {
  const name = c.req.param('name') ?? ''
  const type = types[name]
  if (!type) return notFoundPage(c)
  const folder = dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json'))
  const path = join(folder, 'dist', name)
  const { size } = await stat(path)
  return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream, 200, {
    'content-type': type,
    'content-length': String(size),
    'cache-control': 'private, max-age=86400',
  })
}
