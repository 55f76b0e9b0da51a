// What may hang in the village hall? One sheet of paper: figures, streets that nobody has, how many
// promises are due. No names, no addresses, no counts under 5.
import { addStyle } from '../../pages/assets.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import type { VillageModel, ZoneCover } from '../domain/model.ts'
import { sheltered, shelteredOne } from '../domain/shelter.ts'
import { markOf } from '../domain/terms.ts'
import { PrintLine } from './print-line.tsx'
import { pictureWords } from './strings.ts'
import { wallWords } from './wall-strings.ts'

const styles = [addStyle('picture-wall.css', 'src/picture/pages/wall.css')]

export function WallView({ context, model }: { context: PageContext; model: VillageModel }) {
  const t = wallWords(context.lang)
  const { village, campaign, now } = model
  const crumbs = [
    { href: '/villages', label: pictureWords(context.lang).villages },
    { href: `/villages/${village.id}`, label: village.name },
    { label: t.title },
  ]
  return (
    <Page context={context} title={t.title} breadcrumbs={crumbs} styles={styles}>
      <PrintLine context={context} what={t.what(village.name)} at={now} now={now} />
      <h1 class="ds-h1">{t.head(village.name)}</h1>
      <p class="ds-wall__lead">{t.lead(campaign.name)}</p>
      <p class="ds-noprint ds-small ds-quiet">{t.how}</p>
      <Sum model={model} />
      <div class="ds-wall">
        <Untaken model={model} />
        <Promises model={model} />
      </div>
      <Zones model={model} />
      <p class="ds-tight">
        <b>{t.ask}</b>
      </p>
      <p class="ds-small">{t.shelter}</p>
    </Page>
  )
}

function Shown({ n }: { n: number | null }) {
  const lang = useLang()
  if (n !== null) return <b>{format(lang).number(n)}</b>
  return <span class="ds-small">{wallWords(lang).notShown}</span>
}

function Sum({ model }: { model: VillageModel }) {
  const t = wallWords(useLang())
  const counts = sheltered(model.total)
  const parts = ['reached', 'tried', 'untried', 'excused', 'listed'] as const
  return (
    <dl class="ds-wall__sum">
      {parts.map(part => (
        <div>
          <dt>{t.parts[part]}</dt>
          <dd>
            <Shown n={counts[part]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Untaken({ model }: { model: VillageModel }) {
  const t = wallWords(useLang())
  const streets = model.zones.flatMap(zone => zone.streets).filter(one => one.owner === null)
  const names = streets.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en-GB'))
  return (
    <section aria-labelledby="h-untaken">
      <h2 class="ds-h2" id="h-untaken">
        {t.untaken(streets.length)}
      </h2>
      <ul class="ds-wall__streets">
        {names.map(name => (
          <li>{name}</li>
        ))}
      </ul>
    </section>
  )
}

/** How many and from when on; who was promised what stays in the council. */
function Promises({ model }: { model: VillageModel }) {
  const lang = useLang()
  const t = wallWords(lang)
  const { near, number } = format(lang)
  const all = [...model.due, ...model.unowned]
  const next = all.map(({ at }) => at.getTime()).filter(at => at >= model.now)
  const n = shelteredOne(all.length)
  return (
    <section aria-labelledby="h-promises">
      <h2 class="ds-h2" id="h-promises">
        {all.length === 0 ? t.noPromise : n === null ? t.fewPromises : t.promises(n, number(n))}
      </h2>
      {next.length > 0 && <p>{t.nextPromise(near(Math.min(...next), model.now))}</p>}
    </section>
  )
}

/** A letter for each zone, and what the letters say. Of a zone with few people nothing is said. */
function Zones({ model }: { model: VillageModel }) {
  const t = wallWords(useLang())
  if (model.zones.length === 0) return null
  return (
    <section aria-labelledby="h-zones">
      <h2 class="ds-h2" id="h-zones">
        {t.zones}
      </h2>
      <p>
        {(['untried', 'tried', 'done', 'none'] as const).map(state => (
          <>
            <b>{t.states[state].letter}</b> {t.states[state].word}{' '}
          </>
        ))}
      </p>
      <ul class="ds-wall__zones">
        {model.zones.map(zone => (
          <li>
            <b>{t.states[stateOf(zone)].letter}</b> {zone.name}
          </li>
        ))}
      </ul>
    </section>
  )
}

function stateOf({ counts }: ZoneCover) {
  return shelteredOne(counts.listed) ? markOf(counts) : 'none'
}
