// Draws the map that moves, from our own data and with our own copy of the library: no tiles, no
// fonts, no address but this one is asked for anything.

type Feature = {
  properties: { kind: string; id?: string; name: string; homes?: number; people?: number | null }
  geometry: { type: string; coordinates: unknown }
}
type Collection = { type: string; features: Feature[] }
type Click = { lngLat: unknown; features?: Feature[] }
type MapThing = {
  addControl(control: unknown): void
  on(event: string, layer: string, listener: (click: Click) => void): void
  on(event: string, listener: () => void): void
  getCanvas(): HTMLCanvasElement
}
type PopupThing = {
  setLngLat(at: unknown): PopupThing
  setDOMContent(node: Node): PopupThing
  addTo(map: MapThing): PopupThing
}
type Library = {
  Map: new (options: unknown) => MapThing
  NavigationControl: new (options: unknown) => unknown
  Popup: new (options: unknown) => PopupThing
}

const root = document.getElementById('full-map')
if (root) {
  openMap(root).catch(error => {
    const said = document.createElement('p')
    said.setAttribute('role', 'status')
    said.textContent = root.dataset.failed ?? ''
    root.replaceChildren(said)
    root.dataset.state = 'failed'
    console.warn(error)
  })
}

async function openMap(at: HTMLElement): Promise<void> {
  const [library, places] = await Promise.all([
    import(at.dataset.library ?? '') as Promise<Library>,
    fetch(at.dataset.places ?? '').then(answer => answer.json() as Promise<Collection>),
  ])
  at.replaceChildren()
  const map = new library.Map({
    container: at,
    style: styleOf(places),
    bounds: boundsOf(places),
    fitBoundsOptions: { padding: 24 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
  })
  map.addControl(new library.NavigationControl({ showCompass: false }))
  map.on('load', () => {
    at.dataset.state = 'ready'
  })
  map.on('click', 'villages', click => showVillage(library, map, click))
  map.getCanvas().setAttribute('aria-describedby', 'full-map')
}

function token(name: string): string {
  const said = getComputedStyle(document.body).getPropertyValue(name).trim()
  return said.startsWith('#') ? said : '#0b5a6a'
}

function styleOf(places: Collection) {
  const of = (kind: string) => ['==', ['get', 'kind'], kind]
  return {
    version: 8,
    sources: { places: { type: 'geojson', data: places } },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': token('--ds-paper') } },
      {
        id: 'wards',
        type: 'fill',
        source: 'places',
        filter: of('ward'),
        paint: { 'fill-color': token('--ds-wash') },
      },
      {
        id: 'ward-lines',
        type: 'line',
        source: 'places',
        filter: of('ward'),
        paint: { 'line-color': token('--ds-line-strong'), 'line-width': 1 },
      },
      {
        id: 'shapes',
        type: 'fill',
        source: 'places',
        filter: of('village-shape'),
        paint: { 'fill-color': token('--council-accent'), 'fill-opacity': 0.2 },
      },
      {
        id: 'villages',
        type: 'circle',
        source: 'places',
        filter: of('village'),
        paint: {
          'circle-radius': 6,
          'circle-color': token('--ds-paper'),
          'circle-stroke-color': token('--council-accent'),
          'circle-stroke-width': 2.5,
        },
      },
    ],
  }
}

function boundsOf({ features }: Collection): number[] {
  const box = [180, 90, -180, -90]
  const take = (value: unknown): void => {
    if (!Array.isArray(value)) return
    if (typeof value[0] !== 'number') {
      for (const part of value) take(part)
      return
    }
    const [longitude = 0, latitude = 0] = value as number[]
    box[0] = Math.min(box[0] ?? 180, longitude)
    box[1] = Math.min(box[1] ?? 90, latitude)
    box[2] = Math.max(box[2] ?? -180, longitude)
    box[3] = Math.max(box[3] ?? -90, latitude)
  }
  for (const { geometry } of features) take(geometry.coordinates)
  return (box[0] ?? 0) > (box[2] ?? 0) ? [-6, 50, 2, 58] : box
}

function showVillage(library: Library, map: MapThing, { lngLat, features }: Click): void {
  const [village] = features ?? []
  if (!village?.properties.id) return
  const { id, name, homes, people } = village.properties
  const link = document.createElement('a')
  link.href = `/places/${id}`
  link.textContent = name
  const said = document.createElement('p')
  said.append(link)
  for (const [label, count] of [
    [root?.dataset.people, people],
    [root?.dataset.homes, homes],
  ]) {
    if (typeof count !== 'number') continue
    said.append(document.createElement('br'), `${label}: ${count}`)
  }
  new library.Popup({ closeButton: true }).setLngLat(lngLat).setDOMContent(said).addTo(map)
}
