// Which looks are asked for: by whom, at whom, on which day? Shared by the page and its file.
import { readReference } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { type TypedDay, typedDay } from '../../pages/typed-day.ts'

export type Asked = {
  readonly who: string
  readonly subject: string
  readonly after: string
  readonly day: TypedDay
}
export type Problems = { subject?: 'subjectWrong'; day?: 'dayWrong' }

export function readAsked(query: (name: string) => string | undefined) {
  const text = (name: string) => (query(name) ?? '').trim()
  const [who, subject, after] = [text('who'), text('subject'), text('after')]
  const asked: Asked = { who, subject, after, day: typedDay('day', text) }
  return { asked, problems: problemsOf(asked) }
}

function problemsOf({ subject, day }: Asked): Problems {
  const isSubjectWrong = subject !== '' && readReference(subject) === undefined
  const isDayWrong = !day.isEmpty && day.day === undefined
  return {
    ...(isSubjectWrong ? { subject: 'subjectWrong' } : {}),
    ...(isDayWrong ? { day: 'dayWrong' } : {}),
  }
}

export function filterOf({ who, subject, after, day }: Asked) {
  return {
    actor: isId(who) ? who : null,
    subject: readReference(subject) ?? null,
    from: day.day ?? null,
    until: day.day ?? null,
    after: isId(after) ? after : null,
  }
}
