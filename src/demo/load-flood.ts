// Which flood does the demo know? Three versions of one area, a campaign of homes that follows it,
// who opened their door to it, and one village whose phones are out.
import { drawArea } from '../areas/index.ts'
import { act, type Command } from '../events/index.ts'
import { minuteMs } from '../kernel/clock.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { memberId, openCampaign, recordAttempt } from '../reach/index.ts'
import { sayWorks } from '../works/index.ts'
import { demoActor, demoId, type Loading, turnTo } from './loading.ts'

const area = demoId('flood')
const campaign = demoId('flood', 'campaign')
const round = demoId('flood', 'round')

type Asked<Input> = { readonly ref: string; readonly input: Input; readonly by?: string }

async function tell<Input>(
  { node }: Loading,
  command: Command<Input, never>,
  { ref, input, by }: Asked<Input>,
): Promise<void> {
  const done = await act(node, demoActor(by), command, { id: demoId('flood', ref), input })
  if (isRefusal(done)) throw new Error(`Broken: ${ref} was refused: ${done.refused}`)
}

const idOf = ({ district }: Loading, role: string) =>
  demoId(district.staff.find(one => one.role === role)?.ref ?? '')

/** Of one village, in the order of its streets. */
function postcodesIn({ district }: Loading, village: string): readonly string[] {
  const { zones, streets } = district.places
  const own = new Set(zones.filter(zone => zone.villageRef === village).map(({ ref }) => ref))
  const found = streets.filter(({ zoneRef }) => own.has(zoneRef)).map(({ postcode }) => postcode)
  return [...new Set(found)].slice(0, 4)
}

/** Before the round: its campaign is not the newest, and nobody in it is rung. */
export async function loadFlood(loading: Loading, at: Place): Promise<void> {
  const postcodes = postcodesIn(loading, at.village)
  await draw(loading, { ...at, number: 1, postcodes: postcodes.slice(0, 3) })
  const input = {
    ...{ campaign, round, title: 'Flood at the mill', purpose: 'Is everybody safe?' },
    ...{ pack: 'flood', memberKind: 'dwelling' as const, answerable: idOf(loading, 'officer') },
    rule: { lists: [], places: [], withFlags: [], withoutFlags: [], area },
  }
  await tell(loading, openCampaign as never, { ref: 'open', input })
  await draw(loading, { ...at, number: 2, postcodes: postcodes.slice(1) })
  await draw(loading, { ...at, number: 3, postcodes })
}

type Place = { readonly village: string; readonly atMs: number }
type Version = Place & { readonly number: number; readonly postcodes: readonly string[] }

const notes = [
  '',
  'Flood warning 12:40',
  'The wall at the mill holds',
  'The wall gave way at 19:20',
]

async function draw(loading: Loading, { atMs, number, postcodes }: Version): Promise<void> {
  turnTo(loading, atMs + number * 120 * minuteMs)
  const input = {
    ...{ area, version: demoId('flood', `${number}`), number, name: 'Flood at the mill' },
    ...{ note: notes[number] ?? '', source: 'postcodes' as const, shape: [] },
    postcodes: [...postcodes],
  }
  const by = idOf(loading, 'officer')
  await tell(loading, drawArea as never, { ref: `version ${number}`, input, by })
}

const visited = 6

/** When the demo opens: some doors were opened, and in the smallest village no phone works. */
export async function loadFloodToday(loading: Loading, village: string): Promise<void> {
  const { streets, dwellings } = loading.district.places
  const [, postcode] = postcodesIn(loading, village)
  const refs = new Set(streets.filter(one => one.postcode === postcode).map(({ ref }) => ref))
  const homes = dwellings.filter(({ streetRef }) => refs.has(streetRef)).slice(0, visited)
  for (const { uprn } of homes) {
    const input = {
      ...{ attempt: demoId('flood', 'attempt', uprn), channel: 'doorstep', contactPoint: null },
      ...{ member: memberId(round, demoId('dwelling', uprn)), outcome: 'spoke_no_help_wanted' },
      ...{ needs: [], note: '', promisedAt: null, scriptVersion: null },
      happenedAt: loading.node.clock.now(),
    }
    const by = idOf(loading, 'village-coordinator')
    await tell(loading, recordAttempt as never, { ref: `visit ${uprn}`, input, by })
  }
  const silent = smallestVillage(loading, village)
  if (silent === undefined) return
  const input = { place: demoId(silent), said: phonesOut, until: null }
  await tell(loading, sayWorks as never, { ref: 'phones out', input, by: idOf(loading, 'officer') })
}

const phonesOut = [
  { service: 'landline', state: 'out' },
  { service: 'mobile', state: 'out' },
] as const

/** By its homes; not the one that is used in the guides, so none where it is the only one. */
function smallestVillage({ district }: Loading, not: string): string | undefined {
  const { villages, zones, streets, dwellings } = district.places
  const zoneOf = new Map(streets.map(({ ref, zoneRef }) => [ref, zoneRef]))
  const villageOf = new Map(zones.map(({ ref, villageRef }) => [ref, villageRef]))
  const homes = Map.groupBy(dwellings, one => villageOf.get(zoneOf.get(one.streetRef) ?? ''))
  const count = (ref: string) => homes.get(ref)?.length ?? 0
  const others = villages.map(({ ref }) => ref).filter(ref => ref !== not)
  return others.toSorted((a, b) => count(a) - count(b))[0]
}
