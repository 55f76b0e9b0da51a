// How does one get about on a person's page, and what stands above it on paper?
import { format } from '../../pages/format.ts'
import type { PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import type { Person } from '../store/queries.ts'
import { peopleStrings } from './strings.ts'

export function OnThisPage({ hasLists }: { hasLists: boolean }) {
  const t = peopleStrings(useLang())
  return (
    <nav class="ds-filter ds-noprint ds-section" aria-label={t.onThisPage}>
      <a href="#h-needs">{t.toNeeds}</a>
      <a href="#h-line">{t.toLine}</a>
      <a href="#h-home">{t.toHome}</a>
      <a href="#h-points">{t.toWays}</a>
      {hasLists && <a href="#h-lists">{t.toLists}</a>}
    </nav>
  )
}

type HeadProps = {
  readonly context: PageContext
  readonly known: { readonly person: Person; readonly now: number }
}

/** Only on paper: whose it is, as known when, who printed it, and that it is destroyed. */
export function PrintHead({ context, known }: HeadProps) {
  const lang = useLang()
  const t = peopleStrings(lang)
  const { person, now } = known
  return (
    <p class="ds-print">
      {t.printed({
        council: context.council.name,
        name: person.name,
        record: t.recordNumber(String(person.number)),
        when: format(lang).timeAndDate(now),
        by: context.user?.name ?? '',
      })}
    </p>
  )
}
