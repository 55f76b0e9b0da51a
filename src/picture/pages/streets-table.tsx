// Who looks after each street, and what is left to do there? Zones as groups, gaps first.
import { format } from '../../pages/format.ts'
import { Mark } from '../../pages/pictures/index.ts'
import { Icon } from '../../pages/sprite.tsx'
import { fill, useLang } from '../../pages/strings/index.ts'
import type { Filter } from '../domain/filter.ts'
import { isDone } from '../domain/gaps.ts'
import type { StreetCover, VillageModel, ZoneCover } from '../domain/model.ts'
import type { Counts } from '../domain/terms.ts'
import { Figure } from './figure.tsx'
import { villageWords } from './village-strings.ts'

type Link = {
  link: (filter: Filter) => string
  /** Where finished streets are shown on a phone too; absent when they are. */
  restHref?: string | undefined
  /** The reader may hand a street to somebody. */
  mayHand?: boolean
}

export function StreetsTable({ model, link, restHref, mayHand }: { model: VillageModel } & Link) {
  const t = villageWords(useLang())
  return (
    <table class="ds-table ds-zones">
      <caption class="ds-hide">{t.tableCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.zoneAndStreet}</th>
          <th scope="col" class="ds-wide">
            {t.after}
          </th>
          <th scope="col" class="ds-number ds-wide">
            {t.homes}
          </th>
          <th scope="col" class="ds-number">
            {t.listed}
          </th>
          <th scope="col" class="ds-number ds-wide">
            {t.reachedColumn}
          </th>
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      {model.zones.map(zone => (
        <Zone zone={zone} link={link} restHref={restHref} mayHand={mayHand ?? false} />
      ))}
      {model.streetless.listed > 0 && <Streetless model={model} link={link} />}
      <Foot model={model} link={link} />
    </table>
  )
}

function Zone({ zone, link, restHref, mayHand }: { zone: ZoneCover } & Link) {
  const t = villageWords(useLang())
  const done = zone.streets.filter(isDone).length
  return (
    <tbody>
      <tr class="ds-zone">
        <th scope="rowgroup">{zone.name}</th>
        <td class="ds-wide">{zone.owner ? t.lead(zone.owner.name) : t.noLead}</td>
        <Numbers homes={zone.homes} counts={zone.counts} place={zone.id} link={link} />
        <td>
          <Left counts={zone.counts} place={zone.id} link={link} />
        </td>
      </tr>
      {zone.streets.map(street => (
        <Street street={street} link={link} restHref={restHref} mayHand={mayHand ?? false} />
      ))}
      {done > 0 && restHref && (
        <tr class="ds-rest">
          <td colspan={3}>
            <a href={restHref}>{t.restDone(done)}</a>
          </td>
        </tr>
      )}
    </tbody>
  )
}

function Street({ street, link, restHref, mayHand }: { street: StreetCover } & Link) {
  return (
    <tr class={isDone(street) && restHref ? 'is-done' : undefined} id={`street-${street.id}`}>
      <th scope="row">
        {street.name}
        <span class="ds-narrow">
          <Who street={street} mayHand={mayHand} />
        </span>
      </th>
      <td class="ds-wide">
        <Who street={street} mayHand={mayHand} />
      </td>
      <Numbers homes={street.homes} counts={street.counts} place={street.id} link={link} />
      <td>
        <StreetState street={street} link={link} />
      </td>
    </tr>
  )
}

/** For whoever organises the village the name is the way to hand the street on. */
function Who({ street, mayHand }: { street: StreetCover; mayHand: boolean | undefined }) {
  const t = villageWords(useLang())
  const { owner } = street
  const name = owner ? owner.name : <span class="ds-status ds-status--attention">{t.nobody}</span>
  if (!mayHand) return <>{name}</>
  return (
    <a href={`/places/${street.id}/hand`} aria-label={t.hand(street.name, owner?.name ?? t.nobody)}>
      {name}
    </a>
  )
}

type NumbersProps = { homes: number; counts: Counts; place: string } & Link

function Numbers({ homes, counts, place, link }: NumbersProps) {
  return (
    <>
      <td class="ds-number ds-wide">{format(useLang()).number(homes)}</td>
      <td class="ds-number">
        <Figure n={counts.listed} href={link({ place })} />
      </td>
      <td class="ds-number ds-wide">
        <Figure n={counts.reached} href={link({ place, state: 'reached' })} />
      </td>
    </>
  )
}

export function StreetState({ street, link }: { street: StreetCover } & Link) {
  const t = villageWords(useLang())
  const { counts, openNeeds, id } = street
  if (counts.untried + counts.tried > 0 || counts.listed === 0) {
    return <Left counts={counts} place={id} link={link} isStreet />
  }
  if (openNeeds > 0) return <span class="ds-status">{t.openNeeds(openNeeds)}</span>
  return (
    <span class="ds-status ds-status--done">
      <Icon name="tick" />
      <span>
        {t.done}
        {counts.excused > 0 && ', '}
        {counts.excused > 0 && <Excused n={counts.excused} place={id} link={link} />}
      </span>
    </span>
  )
}

type LeftProps = { counts: Counts; place: string; isStreet?: boolean } & Link

/** The first thing that is left: somebody untried, then somebody without an answer. */
function Left({ counts, place, link, isStreet }: LeftProps) {
  const t = villageWords(useLang())
  if (counts.listed === 0) return <span class="ds-quiet">{t.noneListed}</span>
  const state = counts.untried > 0 ? 'untried' : counts.tried > 0 ? 'tried' : null
  if (state === null) {
    return counts.excused > 0 ? <Excused n={counts.excused} place={place} link={link} /> : t.done
  }
  const figure = (
    <Figure n={counts[state]} href={link({ place, state })} strong={isStreet === true} />
  )
  return (
    <span class="ds-status">
      {isStreet && <Mark look={state} />}
      <span>{fill(t[state], { n: figure })}</span>
    </span>
  )
}

function Excused({ n, place, link }: { n: number; place: string } & Link) {
  const t = villageWords(useLang())
  const figure = <Figure n={n} href={link({ place, state: 'excused' })} />
  return <>{fill(t.excused, { n: figure })}</>
}

/** On the village, but on no street that we know; without them the sum would not be right. */
function Streetless({ model, link }: { model: VillageModel } & Link) {
  const t = villageWords(useLang())
  const filter = { place: model.village.id, street: 'none' } as const
  return (
    <tbody>
      <tr class="ds-zone">
        <th scope="row">{t.streetUnknown}</th>
        <td class="ds-wide"></td>
        <td class="ds-wide"></td>
        <td class="ds-number">
          <Figure n={model.streetless.listed} href={link(filter)} />
        </td>
        <td class="ds-number ds-wide">
          <Figure n={model.streetless.reached} href={link({ ...filter, state: 'reached' })} />
        </td>
        <td></td>
      </tr>
    </tbody>
  )
}

function Foot({ model, link }: { model: VillageModel } & Link) {
  const t = villageWords(useLang())
  const { village, owner, total } = model
  return (
    <tfoot>
      <tr>
        <th scope="row">{village.name}</th>
        <td class="ds-wide">{owner ? t.coordinator(owner) : t.noCoordinator}</td>
        <Numbers homes={village.homes} counts={total} place={village.id} link={link} />
        <td>
          <Left counts={total} place={village.id} link={link} />
        </td>
      </tr>
    </tfoot>
  )
}
