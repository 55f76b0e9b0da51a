// What is different from the version before, each figure with its rows behind it?
import { format } from '../../pages/format.ts'
import { fill, useLang } from '../../pages/strings/index.ts'
import { entryChanges } from '../domain/entry.ts'
import type { Dropped } from '../store/basis.ts'
import type { Since } from '../store/since.ts'
import { Count, rowsHref } from './parts.tsx'
import { versionStrings } from './version-strings.ts'

type SinceProps = { readonly since: Since; readonly dropped: Dropped; readonly base: string }

export function SinceSection({ since, dropped, base }: SinceProps) {
  const lang = useLang()
  const t = versionStrings(lang)
  const { number } = format(lang)
  const { previous } = since
  return (
    <section class="ds-section" aria-labelledby="h-since">
      <div class="ds-section__head">
        <h2 class="ds-h2" id="h-since">
          {previous ? t.sinceHeading(number(previous.number)) : t.sinceFirst}
        </h2>
      </div>
      <table class="ds-table ds-tight">
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col" class="ds-number">
              {t.rows}
            </th>
          </tr>
        </thead>
        <tbody>
          <Line what={t.added} n={since.added} href={rowsHref({ base }, { outcome: 'accepted' })} />
          <Line what={t.dropped} n={since.dropped} href={`${base}/dropped`} />
          {entryChanges.map(change => (
            <Line
              what={t.change[change]}
              n={since.changes[change]}
              href={rowsHref({ base }, { change })}
            />
          ))}
        </tbody>
      </table>
      {since.dropped > 0 && <DroppedSum dropped={dropped} base={base} />}
    </section>
  )
}

function Line({ what, n, href }: { what: string; n: number; href: string }) {
  return (
    <tr>
      <th scope="row">{what}</th>
      <td class="ds-number">
        <Count n={n} href={href} />
      </td>
    </tr>
  )
}

function DroppedSum({ dropped, base }: { dropped: Dropped; base: string }) {
  const lang = useLang()
  const t = versionStrings(lang)
  const { number } = format(lang)
  const version = base.split('/').at(-1) ?? ''
  return (
    <p class="ds-said">
      {fill(t.droppedSum, {
        open: <Count n={dropped.open} href={`/lists/basis?version=${version}`} />,
        kept: number(dropped.kept),
        stopped: number(dropped.stopped),
      })}
      {dropped.other > 0 && ` ${t.droppedOther(number(dropped.other))}`}
    </p>
  )
}
