// What is known of a volunteer: may they be asked, what can they do, and when?
import { format } from '../../pages/format.ts'
import { SummaryList } from '../../pages/govuk/index.ts'
import { type Lang, useLang } from '../../pages/strings/index.ts'
import type { ListedVolunteer } from '../store/listed.ts'
import { clock } from './change-answers.ts'
import { changeStrings } from './change-strings.ts'
import { volunteerStrings } from './strings.ts'
import { stateOf, travelsBy } from './volunteers-parts.tsx'

type Shown = { readonly one: ListedVolunteer; readonly now: number }

export function Facts({ one, now }: Shown) {
  const lang = useLang()
  const t = { ...volunteerStrings(lang), ...changeStrings(lang) }
  const fact = (key: string, ...values: readonly string[]) =>
    values.some(Boolean) ? { key: { text: key }, value: { text: <Lines of={values} /> } } : null
  return (
    <SummaryList
      rows={[
        fact(t.state, stateOf(lang, one, now), ...stoodDownOf(lang, one)),
        fact(t.village, one.village),
        fact(t.phone, one.phone),
        fact(t.vetting, t.vettings[one.vetting]),
        fact(t.travels, travelsBy(lang, one)),
        fact(t.languages, one.languages.join(', ')),
        fact(t.skills, one.skills.join(', ')),
        fact(t.when, ...whenOf(lang, one)),
        fact(t.away, awayOf(lang, one)),
        fact(t.jobsMax, String(one.jobsMax)),
        fact(t.jobsAWeek, one.jobsAWeek === null ? '' : String(one.jobsAWeek)),
      ]}
    />
  )
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <>
      {of.filter(Boolean).map(line => (
        <div>{line}</div>
      ))}
    </>
  )
}

function stoodDownOf(lang: Lang, one: ListedVolunteer): readonly string[] {
  const { isStoodDown, stoodDownAt, stoodDownBy, stoodDownWhy } = one
  if (!isStoodDown || !stoodDownAt) return []
  const t = changeStrings(lang)
  const day = format(lang).date(stoodDownAt)
  return [stoodDownWhy ? t.reasons[stoodDownWhy] : '', t.stoodDownBy(day, stoodDownBy)]
}

function whenOf(lang: Lang, { availability }: ListedVolunteer): readonly string[] {
  const { weekdays } = changeStrings(lang)
  return availability.hours.map(({ day, from, to }) => {
    const name = weekdays[day as keyof typeof weekdays]
    return `${name} ${clock(from)}–${clock(to)}`
  })
}

function awayOf(lang: Lang, { availability }: ListedVolunteer): string {
  const { awayFrom, awayUntil } = availability
  if (awayFrom === null && awayUntil === null) return ''
  const day = (date: string | null) => (date === null ? '…' : format(lang).day(date))
  return changeStrings(lang).awaySpan(day(awayFrom), day(awayUntil))
}
