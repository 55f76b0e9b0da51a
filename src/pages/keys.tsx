// Which keys work on this page? A list behind `?`; the page works the same without it.

import { useLang } from './strings/language.ts'
import { layoutStrings } from './strings/words/layout.ts'

export type KeyRow = { keys: readonly string[]; does: string }

export function Keys({ more }: { more: readonly KeyRow[] }) {
  const t = layoutStrings(useLang())
  const rows = [...more, { keys: ['/'], does: t.keyFind }, { keys: ['?'], does: t.keyList }]
  return (
    <dialog class="ds-dialog" id="keys" aria-labelledby="h-keys">
      <h2 class="ds-h2" id="h-keys">
        {t.keysTitle}
      </h2>
      <p class="ds-quiet">{t.keysNote}</p>
      <dl class="ds-keys">
        {rows.map(row => (
          <div>
            <dt>
              {row.keys.map(key => (
                <>
                  <span class="ds-kbd">{key}</span>{' '}
                </>
              ))}
            </dt>
            <dd>{row.does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button class="ds-button ds-button--second" type="submit">
          {t.close}
        </button>
      </form>
    </dialog>
  )
}
