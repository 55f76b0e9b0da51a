// What does not work now, said where somebody rings people or looks at how far a campaign is.
import { format } from '../../pages/format.ts'
import { Icon } from '../../pages/sprite.tsx'
import type { Lang } from '../../pages/strings/index.ts'
import type { Service } from '../domain/terms.ts'
import type { OutNow } from '../store/out-now.ts'
import type { Said } from '../store/works-at.ts'
import { worksStrings } from './strings.ts'

type OutProps = { out: readonly OutNow[]; lang: Lang }

/** Beside a campaign: each place, and how its people are reached meanwhile. */
export function OutPlaces({ out, lang }: OutProps) {
  const t = worksStrings(lang)
  if (out.length === 0) return null
  return (
    <section class="ds-section" aria-labelledby="h-out">
      <h2 class="ds-h2" id="h-out">
        {t.outTitle}
      </h2>
      <ul class="ds-tight">
        {out.map(one => (
          <li data-out={one.services.join(' ')}>
            {one.kind === 'village' ? (
              <a href={`/villages/${one.place}/works`}>{one.name}</a>
            ) : (
              <b>{one.name}</b>
            )}{' '}
            {t.out(one.services.map(service => t.inText[service]))} {insteadOf(lang, one.services)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The same rule as the queue keeps. */
function insteadOf(lang: Lang, services: readonly Service[]): string {
  const t = worksStrings(lang).instead
  const is = (service: Service) => services.includes(service)
  const phones = is('landline') && is('mobile')
  if (phones) return is('road') ? t.radio : t.door
  if (is('road')) return t.noRoad
  if (is('landline') || is('mobile')) return t.otherPhone
  return ''
}

type HereProps = { said: readonly Said[]; lang: Lang }

/** On the page of somebody who is rung. */
export function OutHere({ said, lang }: HereProps) {
  const t = worksStrings(lang)
  const out = said.filter(one => one.state === 'out')
  return (
    <>
      {out.map(one => (
        <p class="ds-flag" data-out={one.service}>
          <Icon name="care" />{' '}
          <span>{t.outHere(t.services[one.service], one.place, format(lang).row(one.since))}</span>
        </p>
      ))}
    </>
  )
}
