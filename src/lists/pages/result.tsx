// What did loading this version do? The same words and figures as the preview, now in the record.

import { scopeOf } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { Notice } from '../../pages/notice.tsx'
import { Checked, RowsSum } from '../../pages/pictures/index.ts'
import { fill, type Lang, useLang } from '../../pages/strings/index.ts'
import type { Tx } from '../../store/open.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { listTypeOf } from '../domain/list-types.ts'
import { type Dropped, droppedSince } from '../store/basis.ts'
import { type HeldGroup, heldGroups } from '../store/held.ts'
import { findVersion, type Version } from '../store/queries.ts'
import { type Since, sinceLast } from '../store/since.ts'
import { refusalOf, standingVersion } from '../store/undo-load.ts'
import { HeldTable } from './held-table.tsx'
import { Count, listName, rowsHref } from './parts.tsx'
import { filters, shownRows } from './preview.tsx'
import { SinceSection } from './since.tsx'
import { listStrings } from './strings.ts'
import { ShrinkNote, UndoneNote, UndoPart } from './undo-part.tsx'

export async function showVersion(c: Ctx) {
  const id = c.req.param('version')
  const found = isId(id)
    ? await reading(c, 'lists.read', async (tx, scope) => {
        const version = await findVersion(tx, scope, id)
        return (
          version && {
            version,
            held: await heldGroups(tx, scope, id),
            since: await sinceLast(tx, scope, id),
            dropped: await droppedSince(tx, scope, id),
            mayUndo: await mayUndo(c, tx, id),
          }
        )
      })
    : undefined
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/lists')
  return c.html(<ResultPage context={context} {...found} isAgain={c.req.query('again') === '1'} />)
}

/** Who may load may undo: on the day, and the latest version only. */
async function mayUndo(c: Ctx, tx: Tx, id: string): Promise<boolean> {
  const { node, actor } = c.var
  const now = node.clock.now()
  const scope = scopeOf(node.registry.permissions, actor, { permission: 'lists.load', now })
  if (!scope.everywhere) return false
  const version = await standingVersion(tx, actor.council, id)
  return version !== undefined && refusalOf(version, now) === undefined
}

type ResultProps = {
  context: PageContext
  version: Version
  held: readonly HeldGroup[]
  since: Since
  dropped: Dropped
  mayUndo: boolean
  isAgain: boolean
}

function ResultPage({ context, version, held, isAgain, ...more }: ResultProps) {
  const { since, dropped } = more
  const { lang } = context
  const t = listStrings(lang)
  const show = format(lang)
  const base = `/lists/versions/${version.id}`
  const crumbs = [
    { href: '/lists', label: t.lists },
    { label: `${listName(lang, version.list)}. ${t.version(version.number)}` },
  ]
  const who = version.loadedByName ?? t.system
  return (
    <Page context={context} title={t.versionLoaded(version.number)} breadcrumbs={crumbs}>
      {isAgain && <Notice>{t.sameFile(version.number, show.row(version.loadedAt))}</Notice>}
      <UndoneNote version={version} />
      <ShrinkNote version={version} />
      <Headline version={version} base={base} held={held} />
      <div class="ds-asof">
        <span>
          <b>{t.loadedLabel}</b> {t.loadedBy(show.timeAndDate(version.loadedAt), who)}
        </span>
      </div>
      <section class="ds-section ds-section--first" aria-labelledby="h-rows">
        <h2 class="ds-hide" id="h-rows">
          {t.eachRow}
        </h2>
        <RowsSum
          counts={shownRows(version)}
          href={state => rowsHref({ base }, filters[state])}
          notes={{
            added: t.addedNote,
            same: t.sameNote,
            needs: t.needsNote,
            notLoaded: t.notLoadedNote,
          }}
        />
        <Checked>{t.addsUp}</Checked>
      </section>
      <section class="ds-section" aria-labelledby="h-needs">
        <div class="ds-cols ds-cols--2-1">
          <HeldTable groups={held} />
          <Reports version={version} base={base} />
        </div>
      </section>
      <UndoPart version={version} mayUndo={more.mayUndo} />
      <SinceSection since={since} dropped={dropped} base={base} />
      <Rests version={version} />
    </Page>
  )
}

type InVersion = { version: Version; base: string }

function Headline({ version, base, held }: InVersion & { held: readonly HeldGroup[] }) {
  const lang = useLang()
  const t = listStrings(lang)
  const { needs_review, addedPeople, died, number, entriesPurgedAt } = version
  const waiting = held.reduce((sum, { rows }) => sum + rows, 0)
  // Of rows that are purged nobody can say any more whether they were decided.
  const decided = entriesPurgedAt ? 0 : needs_review - waiting
  const link = (n: number, filter: Parameters<typeof rowsHref>[1]) => (
    <Count n={n} href={rowsHref({ base }, filter)} />
  )
  return (
    <h1 class="ds-h1 ds-headline">
      <span class="ds-headline__first">
        {fill(t.resultFirst, { n: String(number) })}{' '}
        {fill(decided > 0 ? t.resultNeeded : t.resultNeeds, {
          needs: link(needs_review, { outcome: 'needs_review' }),
          decided: format(lang).number(decided),
        })}
      </span>
      <span class="ds-headline__rest">
        {fill(t.resultRest, {
          added: link(addedPeople, { outcome: 'accepted' }),
          died: link(died, { died: true }),
        })}
      </span>
    </h1>
  )
}

function Reports({ version, base }: InVersion) {
  const t = listStrings(useLang())
  return (
    <section aria-labelledby="h-take">
      <div class="ds-section__head">
        <h2 class="ds-h2" id="h-take">
          {t.report}
        </h2>
      </div>
      <p>{t.reportText}</p>
      <ul class="ds-done">
        <li>
          <Count n={version.rows} href={`${base}/report.csv`} /> <span>{t.reportAll}</span>
        </li>
        <li>
          <Count n={version.needs_review + version.rejected} href={`${base}/sender.csv`} />{' '}
          <span>{t.reportSender}</span>
        </li>
      </ul>
    </section>
  )
}

function keptWords(lang: Lang, { keptUntil, fileDestroyedAt }: Version): string {
  const t = listStrings(lang)
  if (fileDestroyedAt) return t.destroyedOn(format(lang).shortDate(fileDestroyedAt.getTime()))
  return keptUntil ? t.keptUntil(format(lang).shortDate(keptUntil.getTime())) : ''
}

function saidWords(lang: Lang, { list, entriesPurged, entriesPurgedAt }: Version): string {
  const t = listStrings(lang)
  const { number, shortDate } = format(lang)
  if (entriesPurgedAt) {
    const day = shortDate(entriesPurgedAt.getTime())
    return t.saidPurged(entriesPurged, number(entriesPurged), day)
  }
  const { covers, entryKeptDays } = listTypeOf(list)
  return t.saidKept(number(entryKeptDays), covers === 'whole')
}

function Rests({ version }: { version: Version }) {
  const lang = useLang()
  const t = listStrings(lang)
  const mark = version.checksum.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
  return (
    <section class="ds-section" aria-labelledby="h-rests">
      <div class="ds-section__head">
        <h2 class="ds-h2" id="h-rests">
          {t.rests}
        </h2>
      </div>
      <dl class="ds-facts">
        <dt>{t.file}</dt>
        <dd>
          <span class="ds-asgot">{version.fileName ?? t.erased}</span>
        </dd>
        <dt>{t.fingerprint}</dt>
        <dd>
          <span class="ds-asgot">{mark}</span>
        </dd>
        <dt>{t.fileItself}</dt>
        <dd>{keptWords(lang, version)}</dd>
        <dt>{t.whatRowsSaid}</dt>
        <dd>{saidWords(lang, version)}</dd>
        <dt>{t.answerable}</dt>
        <dd>{version.deciderName ?? t.nobodyDecides}</dd>
      </dl>
    </section>
  )
}
