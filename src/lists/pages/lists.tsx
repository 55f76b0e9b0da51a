// Which lists has the council received, and where is the next one handed in?
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, FileUpload } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { profiles } from '../domain/profiles/index.ts'
import { unknownList } from '../store/files.ts'
import { type Version, versionsOfLists } from '../store/queries.ts'
import { type WaitingFile, waitingFiles } from '../store/waiting-file.ts'
import { Count, listName, rowsHref } from './parts.tsx'
import { listStrings } from './strings.ts'
import { anyList } from './upload.ts'
import { versionStrings } from './version-strings.ts'

export async function showLists(c: Ctx) {
  return listsPage(c, {})
}

type Wrong = { readonly error?: string }

export async function listsPage(c: Ctx, { error }: Wrong) {
  const { versions, waiting } = await reading(c, 'lists.read', async (tx, scope) => ({
    versions: await versionsOfLists(tx, scope),
    waiting: await waitingFiles(tx, scope),
  }))
  const context = await pageContext(c, '/lists')
  const t = listStrings(context.lang)
  const shown = format(context.lang).number(versions.length)
  return c.html(
    <Page context={context} title={t.lists} hasErrors={error !== undefined}>
      {error && <ErrorSummary errorList={[{ text: error, href: '#file' }]} />}
      <h1 class="ds-h1 ds-headline">
        {versions.length === 0 ? t.headlineNone : t.headline(versions.length, shown)}
      </h1>
      <p class="ds-links">
        <a href="/lists/held">{t.held}</a>{' '}
        <a href="/lists/basis">{versionStrings(context.lang).basis}</a>{' '}
        <a href="/sealed">{versionStrings(context.lang).sealed}</a>
      </p>
      <LangContext.Provider value={context.lang}>
        <Upload error={error} />
        <Waiting files={waiting.filter(({ list }) => list === unknownList)} />
        {shownLists([...versions, ...waiting]).map(list => (
          <section class="ds-section" aria-labelledby={`h-${list}`}>
            <div class="ds-section__head">
              <h2 class="ds-h2" id={`h-${list}`}>
                {listName(context.lang, list)}
              </h2>
            </div>
            <Waiting files={waiting.filter(one => one.list === list)} />
            <Versions versions={versions.filter(one => one.list === list)} />
          </section>
        ))}
      </LangContext.Provider>
    </Page>,
    error === undefined ? 200 : 422,
  )
}

/** Those that have something to show, in the order in which the lists are known. */
function shownLists(files: readonly { list: string }[]): string[] {
  const here = new Set(files.map(({ list }) => list))
  here.delete(unknownList)
  const known = profiles.map(({ id }) => id).filter(id => here.delete(id))
  return [...new Set(known), ...here]
}

function Upload({ error }: { error: string | undefined }) {
  const t = listStrings(useLang())
  return (
    <form method="post" action={`/lists/${anyList}/files`} enctype="multipart/form-data">
      <FileUpload
        name="file"
        label={t.chooseFile}
        hint={t.chooseHint}
        {...(error ? { errorMessage: error } : {})}
      />
      <Button text={t.readFile} />
    </form>
  )
}

function Waiting({ files }: { files: readonly WaitingFile[] }) {
  const lang = useLang()
  const t = listStrings(lang)
  if (files.length === 0) return null
  return (
    <>
      <h3 class="ds-h3">{t.waiting}</h3>
      <p class="ds-small ds-quiet">{t.waitingHint}</p>
      <ul class="govuk-list">
        {files.map(({ id, name, receivedAt, state }) => (
          <li>
            {state === 'arriving' ? name : <a href={`/lists/files/${id}`}>{name}</a>}{' '}
            {format(lang).row(receivedAt)}
            {state === 'arriving' && <small class="ds-quiet"> {t.stillArriving}</small>}
            {state === 'arrived' && <small class="ds-quiet"> {t.beingRead}</small>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Versions({ versions }: { versions: readonly Version[] }) {
  const t = listStrings(useLang())
  if (versions.length === 0) return null
  const names = t.columns
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.versions}</caption>
      <thead>
        <tr>
          <th scope="col">{names.version}</th>
          <th scope="col">{names.loaded}</th>
          <th scope="col" class="ds-wide">
            {names.by}
          </th>
          {[names.added, names.changed, names.same, names.needs, names.notLoaded].map(name => (
            <th scope="col" class="ds-number ds-wide">
              {name}
            </th>
          ))}
          <th scope="col" class="ds-number">
            {names.rows}
          </th>
        </tr>
      </thead>
      <tbody>
        {versions.map(version => (
          <VersionRow version={version} />
        ))}
      </tbody>
    </table>
  )
}

function VersionRow({ version }: { version: Version }) {
  const lang = useLang()
  const t = listStrings(lang)
  const at = { base: `/lists/versions/${version.id}` }
  const outcomes = ['accepted', 'changed', 'unchanged', 'needs_review', 'rejected'] as const
  return (
    <tr>
      <th scope="row">
        <a href={at.base}>{t.version(version.number)}</a>
        {version.entriesPurgedAt && <span class="ds-under">{t.saidGone}</span>}
      </th>
      <td>{format(lang).row(version.loadedAt)}</td>
      <td class="ds-wide">{version.loadedByName ?? t.system}</td>
      {outcomes.map(outcome => (
        <td class="ds-number ds-wide">
          <Count n={version[outcome]} href={rowsHref(at, { outcome })} />
        </td>
      ))}
      <td class="ds-number">
        <Count n={version.rows} href={rowsHref(at)} />
      </td>
    </tr>
  )
}
