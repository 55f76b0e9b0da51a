// What a volunteer presses: setting out, done, not managed, given back, home, worried.
import type { Child } from 'hono/jsx'
import { type Id, newId } from '../../kernel/ids.ts'
import { Button, Input } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { getJobKind } from '../domain/kinds.ts'
import { failReasons, ownBackReasons, worryLettersMax } from '../domain/terms.ts'
import type { MyJobShown } from './my-job-view.tsx'
import { myJobStrings } from './my-strings.ts'

export function MyActs(shown: MyJobShown) {
  const t = myJobStrings(useLang())
  const { job, isAllStopped } = shown
  const at = `/my/jobs/${job.id}`
  const isOpen = job.state === 'claimed' || job.state === 'under-way'
  return (
    <div class="ds-section">
      {job.state === 'claimed' && !isAllStopped && <Press to={`${at}/begin`} words={t.setOut} />}
      {isOpen && <Done {...shown} />}
      {job.homeBy && !job.homeAt && <Press to={`${at}/home`} words={t.home} />}
      {isOpen && (
        <Reasons
          to={`${at}/fail`}
          title={t.fail}
          items={failReasons.map(value => [value, t.fails[value]])}
        />
      )}
      {job.endedAt === null && (
        <Reasons
          to={`${at}/back`}
          title={t.giveBack}
          items={ownBackReasons.map(value => [value, t.backs[value]])}
        />
      )}
    </div>
  )
}

function Press({ to, words }: { to: string; words: string }) {
  return (
    <form method="post" action={to} class="ds-field">
      <input type="hidden" name="command" value={newId()} />
      <button type="submit" class="ds-button">
        {words}
      </button>
    </form>
  )
}

function Done({ job, isNameMissing }: MyJobShown) {
  const t = myJobStrings(useLang())
  const wrong = isNameMissing ? { errorMessage: { text: t.handedToMissing } } : {}
  return (
    <form class="ds-form" method="post" action={`/my/jobs/${job.id}/finish`} novalidate>
      <input type="hidden" name="command" value={newId()} />
      {getJobKind(job.kind).medicine && (
        <Input {...{ name: 'handedTo', label: t.handedTo }} {...wrong} />
      )}
      <Input {...{ name: 'note', label: t.note }} />
      <Button text={t.finish} preventDoubleClick />
    </form>
  )
}

type ReasonsProps = {
  readonly to: string
  readonly title: string
  readonly items: readonly (readonly [string, string])[]
}

function Reasons({ to, title, items }: ReasonsProps) {
  return (
    <Folded title={title}>
      <form method="post" action={to} class="ds-acts">
        <input type="hidden" name="command" value={newId()} />
        {items.map(([value, words]) => (
          <button type="submit" class="ds-button ds-button--second" name="reason" value={value}>
            {words}
          </button>
        ))}
      </form>
    </Folded>
  )
}

function Folded({ title, children }: { title: string; children: Child }) {
  return (
    <details class="ds-open ds-noprint">
      <summary>{title}</summary>
      {children}
    </details>
  )
}

/** It goes to the safeguarding desk; here it is "being handled", and no more. */
export function WorryOnJob({ job }: { job: Id }) {
  const t = myJobStrings(useLang())
  return (
    <Folded title={t.worried}>
      <form method="post" action={`/my/jobs/${job}/worry`}>
        <p>
          <b>{t.danger}</b>{' '}
          <a class="ds-button ds-button--second" href="tel:999">
            {t.emergency}
          </a>
        </p>
        <input type="hidden" name="command" value={newId()} />
        <Input {...{ name: 'words', label: t.worryWords, attributes: lettersMax }} />
        <p class="ds-acts">
          <button type="submit" class="ds-button" name="danger" value="yes">
            {t.inDanger}
          </button>{' '}
          <button type="submit" class="ds-button ds-button--second" name="danger" value="no">
            {t.notInDanger}
          </button>
        </p>
      </form>
    </Folded>
  )
}

const lettersMax = { maxlength: `${worryLettersMax}` }
