// The button that erases a volunteer, and what stands in its way.
import { newId } from '../../kernel/ids.ts'
import { Button, Checkboxes } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { volunteerStrings } from './strings.ts'

export type EraseProblem = 'notSure' | 'stillHeld'
type Erasing = { readonly volunteer: string; readonly problem: EraseProblem | undefined }

export function Erase({ volunteer, problem }: Erasing) {
  const t = volunteerStrings(useLang())
  return (
    <form
      method="post"
      action={`/volunteers/${volunteer}/erase`}
      class="ds-section ds-noprint"
      novalidate
    >
      <h2 class="ds-h2">{t.erase}</h2>
      <p>{t.eraseLead}</p>
      <input type="hidden" name="command" value={newId()} />
      <Checkboxes
        idPrefix="sure"
        name="sure"
        items={[{ value: 'yes', text: t.sure }]}
        {...(problem ? { errorMessage: t[problem] } : {})}
      />
      <Button text={t.eraseNow} />
    </form>
  )
}
