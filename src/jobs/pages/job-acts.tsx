// What can be done with a job now: given, set out, done, not managed, taken back, ended.
import type { Child } from 'hono/jsx'
import { newId } from '../../kernel/ids.ts'
import { Button, Input, Select } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { getJobKind } from '../domain/kinds.ts'
import { failReasons, releaseReasons } from '../domain/terms.ts'
import type { JobShown } from './job-view.tsx'
import { hasNobody } from './labels.ts'
import { matchStrings } from './match-strings.ts'
import { jobStrings } from './strings.ts'

const backChoices = ['cannot', 'ill', 'not-safe', 'no-second', 'moved-to-other'] as const

export function JobActs(shown: JobShown) {
  const { job, now } = shown
  const t = jobStrings(useLang())
  const match = matchStrings(useLang())
  const isTaken = !hasNobody(job, now)
  const isAway = job.homeBy !== null && job.homeAt === null
  return (
    <div class="ds-section">
      {job.endedAt === null && !isTaken && (
        <p>
          <a class="ds-button ds-button--second" href={`/jobs/${job.id}/match`}>
            {match.matchLink}
          </a>
        </p>
      )}
      {job.endedAt === null && !isTaken && <Give {...shown} />}
      {job.state === 'claimed' && isTaken && (
        <Act to={`/jobs/${job.id}/begin`} words={t.begin} isMain />
      )}
      {job.endedAt === null && isTaken && <Ending {...shown} />}
      {isAway && <Act to={`/jobs/${job.id}/home`} words={t.isHome} />}
      {job.standing && (
        <>
          <p class="ds-quiet">{t.comesAgain}</p>
          <Act to={`/jobs/${job.id}/no-more`} words={t.endStanding} />
        </>
      )}
      {job.endedAt === null && job.state !== 'under-way' && (
        <Reasoned
          to={`/jobs/${job.id}/release`}
          title={t.release}
          items={releaseReasons.map(value => ({ value, text: t.releases[value] }))}
        />
      )}
    </div>
  )
}

type ActProps = { readonly to: string; readonly words: string; readonly isMain?: boolean }

function Act({ to, words, isMain = false }: ActProps) {
  return (
    <form method="post" action={to} class="ds-field">
      <input type="hidden" name="command" value={newId()} />
      <button type="submit" class={isMain ? 'ds-button' : 'ds-button ds-button--second'}>
        {words}
      </button>
    </form>
  )
}

function Give({ job, choices, problems }: JobShown) {
  const t = jobStrings(useLang())
  if (choices.length === 0) return <p class="ds-att">{t.nobodyFits}</p>
  const items = [
    { value: '', text: t.chooseVolunteer },
    ...choices.map(({ id, name }) => ({ value: id, text: name })),
  ]
  const isMissing = problems.includes('volunteerMissing')
  const wrong = isMissing ? { errorMessage: { text: t.volunteerMissing } } : {}
  return (
    <form class="ds-form" method="post" action={`/jobs/${job.id}/give`} novalidate>
      <h2 class="ds-h2">{t.give}</h2>
      <p>{t.giveLead}</p>
      <input type="hidden" name="command" value={newId()} />
      <Select {...{ name: 'volunteer', label: t.first, items }} {...wrong} />
      {job.people === 2 && <Select {...{ name: 'second', label: t.second, items }} />}
      <Button text={t.giveButton} preventDoubleClick />
    </form>
  )
}

function Ending({ job, problems }: JobShown) {
  const t = jobStrings(useLang())
  const isMissing = problems.includes('handedToMissing')
  const wrong = isMissing ? { errorMessage: { text: t.handedToMissing } } : {}
  return (
    <>
      <Folded title={t.finish} isOpen={isMissing}>
        <form class="ds-form" method="post" action={`/jobs/${job.id}/finish`} novalidate>
          <input type="hidden" name="command" value={newId()} />
          {getJobKind(job.kind).medicine && (
            <Input {...{ name: 'handedTo', label: t.handedToAsk }} {...wrong} />
          )}
          <Input {...{ name: 'note', label: t.noteAsk }} />
          <Button text={t.finish} preventDoubleClick />
        </form>
      </Folded>
      <Reasoned
        to={`/jobs/${job.id}/fail`}
        title={t.fail}
        items={failReasons.map(value => ({ value, text: t.fails[value] }))}
      />
      <Reasoned
        to={`/jobs/${job.id}/back`}
        title={t.giveBack}
        items={backChoices.map(value => ({ value, text: t.backs[value] }))}
      />
    </>
  )
}

function Folded({ title, isOpen, children }: { title: string; isOpen?: boolean; children: Child }) {
  return (
    <details class="ds-open ds-noprint" open={isOpen ?? false}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

type ReasonedProps = {
  readonly to: string
  readonly title: string
  readonly items: readonly { readonly value: string; readonly text: string }[]
}

/** A reason is always said: the buttons are the reasons, so that one press is enough. */
function Reasoned({ to, title, items }: ReasonedProps) {
  return (
    <Folded title={title}>
      <form method="post" action={to} class="ds-acts">
        <input type="hidden" name="command" value={newId()} />
        {items.map(({ value, text }) => (
          <button type="submit" class="ds-button ds-button--second" name="reason" value={value}>
            {text}
          </button>
        ))}
      </form>
    </Folded>
  )
}
