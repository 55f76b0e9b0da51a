// What is declared now, and who may say that it is over?
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Declared } from '../store/queries.ts'
import { sealedStrings } from './strings.ts'

type Props = { readonly declared: readonly Declared[]; readonly mayEnd: boolean }

export function Occasions({ declared, mayEnd }: Props) {
  const lang = useLang()
  const t = sealedStrings(lang)
  return (
    <section class="ds-section" aria-labelledby="h-declared">
      <h2 class="ds-h2" id="h-declared">
        {t.occasions}
      </h2>
      {declared.length === 0 && <p>{t.noOccasion}</p>}
      <ul class="govuk-list">
        {declared.map(one => (
          <li>
            <b>{t.kinds[one.kind]}</b> {one.name}. {one.areaName ?? t.everywhere}, {t.since}{' '}
            {format(lang).row(one.declaredAt)}
            {mayEnd && (
              <form method="post" action={`/sealed/occasions/${one.id}/end`}>
                <input type="hidden" name="command" value={newId()} />
                <button
                  class="ds-link-button"
                  type="submit"
                  aria-label={t.endOf(one.name ?? t.kinds[one.kind])}
                >
                  {t.end}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
