// The parts of the page of volunteers: what is shown, the rows, and how the villages stand.
import { londonDate } from '../../kernel/london.ts'
import { format } from '../../pages/format.ts'
import { type Lang, useLang } from '../../pages/strings/index.ts'
import { isAway } from '../domain/availability.ts'
import { type Asked, type ListedVolunteer, shows, type VillageSupply } from '../store/listed.ts'
import { RecruitingCell } from './recruiting-part.tsx'
import { volunteerStrings } from './strings.ts'

export function Filter({ asked }: { asked: Asked }) {
  const t = volunteerStrings(useLang())
  return (
    <nav aria-label={t.showing} class="ds-filter ds-section ds-noprint">
      {shows.map(show =>
        show === asked.show ? (
          <b aria-current="true">{t.shows[show]}</b>
        ) : (
          <a href={hrefOf({ ...asked, show })}>{t.shows[show]}</a>
        ),
      )}
    </nav>
  )
}

function hrefOf({ show, village }: Asked): string {
  const query = new URLSearchParams()
  if (show !== 'all') query.set('show', show)
  if (village) query.set('village', village)
  return query.size === 0 ? '/volunteers' : `/volunteers?${query}`
}

/** Ready, or until when they are not to be asked. */
export function stateOf(lang: Lang, one: ListedVolunteer, now: number): string {
  const t = volunteerStrings(lang)
  const { isStoodDown, stoodDownUntil, restsUntil, availability } = one
  if (isStoodDown && stoodDownUntil === null) return t.stoodDown
  if (isStoodDown) return t.stoodDownUntil(format(lang).near(stoodDownUntil ?? now, now))
  if (isAway(availability, londonDate(now))) return t.isAway
  if (restsUntil === null || restsUntil.getTime() <= now) return t.ready
  return t.restsUntil(format(lang).near(restsUntil, now))
}

export function travelsBy(lang: Lang, { transport }: ListedVolunteer): string {
  const t = volunteerStrings(lang)
  return transport.map(one => t.transports[one]).join(', ')
}

type Rows = { readonly rows: readonly ListedVolunteer[]; readonly now: number }

export function VolunteersTable({ rows, now }: Rows) {
  const lang = useLang()
  const t = volunteerStrings(lang)
  if (rows.length === 0) return <p class="ds-section">{t.nothingHere}</p>
  return (
    <table class="ds-table ds-section">
      <caption class="govuk-visually-hidden">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col" class="ds-wide">
            {t.village}
          </th>
          <th scope="col">{t.vetting}</th>
          <th scope="col" class="ds-wide">
            {t.travels}
          </th>
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(one => (
          <tr>
            <th scope="row">
              <a href={`/volunteers/${one.id}`}>{one.name}</a>
              <span class="ds-narrow-only ds-under">{one.village}</span>
            </th>
            <td class="ds-wide">{one.village}</td>
            <td>{t.vettings[one.vetting]}</td>
            <td class="ds-wide">{travelsBy(lang, one)}</td>
            <td>{stateOf(lang, one, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Supply = { readonly rows: readonly VillageSupply[]; readonly mayChange: boolean }

export function SupplyTable({ rows, mayChange }: Supply) {
  const lang = useLang()
  const t = volunteerStrings(lang)
  const { number } = format(lang)
  if (rows.length === 0) return null
  return (
    <section class="ds-section" id="villages">
      <h2 class="ds-h2">{t.villages}</h2>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{t.village}</th>
            <th scope="col" class="ds-number">
              {t.readyCount}
            </th>
            <th scope="col" class="ds-number">
              {t.restingCount}
            </th>
            <th scope="col">{t.recruiting}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(one => (
            <tr>
              <th scope="row">
                <a href={`/volunteers?village=${one.village}`}>{one.name}</a>
              </th>
              <td class="ds-number">{one.ready === 0 ? t.nobody : number(one.ready)}</td>
              <td class="ds-number">{number(one.resting)}</td>
              <td>
                <RecruitingCell of={one} mayChange={mayChange} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
