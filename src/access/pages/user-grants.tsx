// What does this person hold, since when and until when, who gave it and why?
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import { webStrings } from '../../web/strings.ts'
import type { HeldGrant } from '../store/user-grants.ts'
import { adminStrings } from './admin-strings.ts'
import { accessStrings } from './strings.ts'

type Props = {
  user: string
  grants: readonly HeldGrant[]
  caption: string
  /** With a link to change each. */
  mayChange: boolean
  now: number
}

export function HeldGrants({ user, grants, caption, mayChange, now }: Props) {
  const t = adminStrings(useLang())
  return (
    <table class="ds-table">
      <caption class="ds-hide">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.whereAndWhat}</th>
          <th scope="col">{t.when}</th>
          <th scope="col" class="ds-wide">
            {t.whoGave}
          </th>
        </tr>
      </thead>
      <tbody>
        {grants.map(grant => (
          <GrantRow grant={grant} user={user} mayChange={mayChange} now={now} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = Pick<Props, 'user' | 'mayChange' | 'now'> & { grant: HeldGrant }

function GrantRow({ grant, user, mayChange, now }: RowProps) {
  const lang = useLang()
  const t = adminStrings(lang)
  const what = grantName(lang, grant)
  return (
    <tr>
      <th scope="row">
        {what}
        <br />
        <small class="ds-quiet">{accessStrings(lang).grantFor(grant.purpose)}</small>
        {mayChange && (
          <>
            <br />
            <a href={`/users/${user}/grants/${grant.id}`}>
              {t.change} <span class="ds-hide">{t.changeOf(what)}</span>
            </a>
          </>
        )}
      </th>
      <td>
        <Term grant={grant} now={now} />
      </td>
      <td class="ds-wide">
        <Origin grant={grant} />
      </td>
    </tr>
  )
}

export function grantName(
  lang: Parameters<typeof adminStrings>[0],
  { role, placeName }: Pick<HeldGrant, 'role' | 'placeName'>,
): string {
  const t = accessStrings(lang)
  return t.grantPlace(webStrings(lang).roles[role], placeName ?? t.grantEverywhere)
}

export function Term({ grant, now }: { grant: HeldGrant; now: number }) {
  const lang = useLang()
  const t = adminStrings(lang)
  const day = format(lang)
  const { from, until } = grant
  return (
    <>
      {t.fromDay(day.shortDate(from))}{' '}
      {until ? t.untilDay(day.shortDate(until.getTime() - 1)) : t.open}
      {from.getTime() > now && (
        <>
          <br />
          <strong>{t.startsLater}</strong>
        </>
      )}
    </>
  )
}

function Origin({ grant }: { grant: HeldGrant }) {
  const lang = useLang()
  const t = adminStrings(lang)
  const { source, givenAt, givenBy, reason } = grant
  return (
    <>
      {source && t.sources[source]}
      {givenAt && (
        <>
          <br />
          <small class="ds-quiet">
            {t.given(givenBy ?? t.nobodyKnown, format(lang).shortDate(givenAt))}
          </small>
        </>
      )}
      {reason && (
        <>
          <br />
          {reason}
        </>
      )}
    </>
  )
}
