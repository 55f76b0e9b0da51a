// The short facts of a place: who looks after it, how many, which codes for how long.
import { format } from '../../pages/format.ts'
import { SummaryList } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Code, PlacePage } from '../store/place-page.ts'
import { geographyStrings } from './strings.ts'

export function PlaceFacts({ found }: { found: PlacePage }) {
  const lang = useLang()
  const t = geographyStrings(lang)
  const { number } = format(lang)
  const { place, people, postcodes, nameCy } = found
  const isNamedTwice = nameCy !== null && nameCy !== place.name
  const rows = [
    { key: t.ownerHere, value: place.ownerName ?? t.ownerNone },
    ...(people === null ? [] : [{ key: t.peopleHere, value: number(people) }]),
    { key: t.homesHere, value: number(place.homes) },
    { key: t.partOf, value: <Above found={found} /> },
    ...(isNamedTwice ? [{ key: t.nameCy, value: <span lang="cy">{nameCy}</span> }] : []),
    ...(found.former.length > 0 ? [{ key: t.names, value: <Former found={found} /> }] : []),
    ...(place.kind === 'village' ? [{ key: t.codes, value: <Codes codes={found.codes} /> }] : []),
    ...(postcodes.length > 0 ? [{ key: t.postcodesHere, value: <Postcodes found={found} /> }] : []),
  ]
  return <SummaryList rows={rows} />
}

function Above({ found: { above } }: { found: PlacePage }) {
  return (
    <>
      {above.map(({ id, name, isSeen }, at) => (
        <>
          {at > 0 && ', '}
          {isSeen ? <a href={`/places/${id}`}>{name}</a> : name}
        </>
      ))}
    </>
  )
}

function Former({ found: { former } }: { found: PlacePage }) {
  const lang = useLang()
  const t = geographyStrings(lang)
  return (
    <>
      {former.map(({ name, untilAt }, at) => (
        <>
          {at > 0 && <br />}
          {t.formerly(name, format(lang).shortDate(untilAt))}
        </>
      ))}
    </>
  )
}

function Codes({ codes }: { codes: readonly Code[] }) {
  const lang = useLang()
  const t = geographyStrings(lang)
  const { shortDate } = format(lang)
  if (codes.length === 0) return <>{t.codesNone}</>
  return (
    <>
      {codes.map(({ code, edition, fromAt, untilAt }, at) => (
        <>
          {at > 0 && <br />}
          {[
            code,
            ...(edition ? [t.codeSince(edition)] : []),
            ...(fromAt ? [t.codeFrom(shortDate(fromAt))] : []),
            ...(untilAt ? [t.codeUntil(shortDate(untilAt))] : []),
          ].join(', ')}
        </>
      ))}
    </>
  )
}

/** As many as one reads; a village has hundreds. */
const postcodesShown = 12

function Postcodes({ found: { postcodes } }: { found: PlacePage }) {
  const lang = useLang()
  const t = geographyStrings(lang)
  const shown = postcodes.slice(0, postcodesShown).map(({ postcode, endedAt }) => {
    const whole = postcode.replace(' ', '\u00a0')
    return endedAt ? `${whole} (${t.ended(endedAt)})` : whole
  })
  const more = postcodes.length - shown.length
  return (
    <>
      {shown.join(', ')} {more > 0 && t.andMore(format(lang).number(more))}
    </>
  )
}
