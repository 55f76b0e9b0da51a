// What do questions add to a person's page? Who is answerable now, and the way to ask.
import { format } from '../../pages/format.ts'
import type { PersonAsk, PersonPart } from '../../people/index.ts'
import { answerersAt } from '../store/answerers.ts'
import { findSubject, type Question, questionsAbout } from '../store/queries.ts'
import { clockOf } from '../store/waiting.ts'
import { whoAnswers } from './parts.tsx'
import { escalationStrings } from './strings.ts'

export async function escalationSection(ask: PersonAsk): Promise<PersonPart> {
  const { tx, person, now, lang } = ask
  const scope = ask.scopeFor('escalations.ask')
  const about = await findSubject(tx, scope, { kind: 'person', about: person })
  if (!about) return {}
  const t = escalationStrings(lang)
  const asked = await questionsAbout(tx, scope, ask.records)
  const question = asked.find(one => one.answeredAt === null)
  if (!question) return { ...answered(ask, asked[0]), actions: <Ask person={person} lang={lang} /> }
  const where = { council: scope.council, place: question.place, now }
  const level = await answerersAt(tx, question.level, where)
  const { dueAt, isLate } = clockOf(question, now)
  const who = `${whoAnswers(t, question, level)} (${t.levels[question.level]})`
  return {
    next: (
      <>
        <b>{t.answersPerson(who, format(lang).near(dueAt, now))}</b>{' '}
        {isLate && <b class="ds-status--attention">{t.isLate}</b>}
      </>
    ),
    actions: (
      <a class="ds-button" href={`/escalations/${question.id}`}>
        {t.open}
      </a>
    ),
  }
}

function Ask({ person, lang }: Pick<PersonAsk, 'person' | 'lang'>) {
  return <a href={`/escalations/new?person=${person}`}>{escalationStrings(lang).ask}</a>
}

/** What was decided last stands, and who decided it. */
function answered({ lang, now }: PersonAsk, question: Question | undefined): PersonPart {
  if (!question?.answeredAt || question.decision === null) return {}
  const t = escalationStrings(lang)
  const when = format(lang).near(question.answeredAt, now)
  const said = t.answered(t.decisions[question.decision], question.answeredByName ?? '', when)
  return { next: <a href={`/escalations/${question.id}`}>{said}</a> }
}
