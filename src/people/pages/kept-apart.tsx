// From whom is somebody kept apart, who said so, and how is that taken back?
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, formOf } from '../../web/request.ts'
import { endKeepApart } from '../domain/keep-apart.ts'
import type { KeptApart } from '../store/kept-apart.ts'
import { partStrings } from './part-strings.ts'

export async function endApart(c: Ctx) {
  const one = c.req.param('id') ?? ''
  const form = await formOf(c)
  const input = { one, other: form.text('other'), note: form.text('note') }
  const done = await actFor(c, endKeepApart, { id: form.commandId(), input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/people/${one}`, 303)
}

type Props = {
  readonly person: string
  readonly apart: readonly KeptApart[]
  readonly mayMerge: boolean
}

export function Apart({ person, apart, mayMerge }: Props) {
  const t = partStrings(useLang())
  if (apart.length === 0) return null
  return (
    <section class="ds-panel" aria-labelledby="h-apart">
      <h2 class="ds-h3" id="h-apart">
        {t.apart}
      </h2>
      <ul class="ds-points">
        {apart.map(other => (
          <Other person={person} other={other} mayMerge={mayMerge} />
        ))}
      </ul>
    </section>
  )
}

type OtherProps = Omit<Props, 'apart'> & { readonly other: KeptApart }

function Other({ person, other, mayMerge }: OtherProps) {
  const lang = useLang()
  const t = partStrings(lang)
  const because = t.apartBecause[other.because as keyof typeof t.apartBecause]
  return (
    <li>
      <span>
        <b>
          <a href={`/people/${other.id}`}>{other.name}</a>
        </b>
        <span class="ds-small ds-quiet"> {t.record(String(other.number))}</span>
        <span class="ds-under">
          {`${because} ${t.apartBody(other.by, format(lang).shortDate(other.decidedAt))}`}
        </span>
        {other.note && <q class="ds-under">{other.note}</q>}
        {mayMerge && <TakeBack person={person} other={other} />}
      </span>
    </li>
  )
}

function TakeBack({ person, other }: { person: string; other: KeptApart }) {
  const t = partStrings(useLang())
  const note = `apart-${other.number}`
  return (
    <details class="ds-open ds-noprint">
      <summary>
        {t.apartEnd}
        <span class="ds-hide"> {other.name}</span>
      </summary>
      <form method="post" action={`/people/${person}/apart/end`}>
        <input type="hidden" name="command" value={newId()} />
        <input type="hidden" name="other" value={other.id} />
        <p class="ds-field">
          <label for={note}>{t.apartWhy}</label>
          <input
            class="govuk-input"
            id={note}
            name="note"
            maxlength={500}
            autocomplete="off"
            required
          />
        </p>
        <p class="ds-acts">
          <button type="submit" class="ds-button ds-button--second">
            {t.apartSave}
            <span class="ds-hide"> {other.name}</span>
          </button>
        </p>
      </form>
    </details>
  )
}
