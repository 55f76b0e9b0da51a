// How is it shown what each column of a file is: the guess, values beside it, and what to say?
import { newId } from '../../kernel/ids.ts'
import { Button, ErrorSummary, Input, Radios, Select } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { headerRowsMax } from '../domain/limits.ts'
import { profiles } from '../domain/profiles/index.ts'
import type { WaitingFile } from '../store/waiting-file.ts'
import { type Mapping, newList, type WrongAnswer } from './mapping-answers.ts'
import { mappingStrings } from './mapping-strings.ts'
import { MappingTable } from './mapping-table.tsx'
import { listName } from './parts.tsx'
import { listStrings } from './strings.ts'

type Props = { context: PageContext; file: WaitingFile; mapping: Mapping }

export function MapColumnsPage({ context, file, mapping }: Props) {
  const t = mappingStrings(context.lang)
  const crumbs = [{ href: '/lists', label: listStrings(context.lang).lists }, { label: t.title }]
  const errors = mapping.wrong.map(one => ({ text: t.errors[one.problem], href: hrefOf(one) }))
  const isKnown = file.state === 'read'
  return (
    <Page context={context} title={t.title} breadcrumbs={crumbs} hasErrors={errors.length > 0}>
      <LangContext.Provider value={context.lang}>
        {errors.length > 0 && <ErrorSummary errorList={errors} />}
        <h1 class="ds-h1 ds-headline">{isKnown ? t.headlineKnown : t.headline}</h1>
        <p>{file.name}</p>
        <p>
          {t.lead} {t.saved}
        </p>
        <Where mapping={mapping} />
        <form method="post" action={`/lists/files/${file.id}/columns`}>
          <input type="hidden" name="command" value={newId()} />
          <input type="hidden" name="row" value={mapping.row} />
          <input type="hidden" name="sheet" value={mapping.head.sheet} />
          <What mapping={mapping} />
          <MappingTable mapping={mapping} />
          <Button text={t.save} />
        </form>
      </LangContext.Provider>
    </Page>
  )
}

function hrefOf({ problem, at }: WrongAnswer): string {
  if (problem === 'list' || problem === 'name') return `#${problem}`
  if (at === -1) return '#role-0'
  return problem === 'dates-unread' ? `#dates-${at}` : `#role-${at}`
}

/** Asked for by address, so that it works without a script and can be sent on. */
function Where({ mapping }: { mapping: Mapping }) {
  const t = mappingStrings(useLang())
  const { sheets, sheet, rows } = mapping.head
  const first = rows.slice(0, headerRowsMax)
  return (
    <section class="ds-section" aria-labelledby="h-where">
      <div class="ds-section__head">
        <h2 class="ds-h2" id="h-where">
          {t.whereTitle}
        </h2>
      </div>
      <form method="get">
        {sheets.length > 1 && (
          <Select
            name="sheet"
            label={t.sheet}
            value={sheet}
            items={sheets.map(value => ({ value, text: value }))}
          />
        )}
        <Select
          name="row"
          label={t.headerRow}
          value={String(mapping.row)}
          items={first.map((cells, at) => ({
            value: String(at + 1),
            text: `${at + 1}. ${(cells.find(cell => cell.trim() !== '') ?? '').slice(0, 60)}`,
          }))}
        />
        <Button text={t.look} classes="govuk-button--secondary" />
      </form>
    </section>
  )
}

function What({ mapping }: { mapping: Mapping }) {
  const lang = useLang()
  const t = mappingStrings(lang)
  const { list, name, covers, about, wrong } = mapping
  const isWrong = (problem: string) => wrong.some(one => one.problem === problem)
  const known = new Set(profiles.map(({ id }) => id))
  const own = list !== '' && list !== newList && !known.has(list) ? [list] : []
  const kinds = [...known, ...own].map(value => ({ value, text: listName(lang, value) }))
  return (
    <section class="ds-section" aria-labelledby="h-what">
      <div class="ds-section__head">
        <h2 class="ds-h2" id="h-what">
          {t.whatTitle}
        </h2>
      </div>
      <Select
        name="list"
        label={t.list}
        value={list}
        items={[{ value: '', text: t.choose }, { value: newList, text: t.newList }, ...kinds]}
        {...(isWrong('list') ? { errorMessage: t.errors.list } : {})}
      />
      <Input
        name="name"
        label={t.name}
        hint={t.nameHint}
        value={name}
        {...(isWrong('name') ? { errorMessage: t.errors.name } : {})}
      />
      <Radios
        name="covers"
        idPrefix="covers"
        fieldset={{ legend: { text: t.covers } }}
        value={covers}
        items={[
          { value: 'whole', text: t.coversWhole },
          { value: 'additions', text: t.coversNew },
        ]}
      />
      <Radios
        name="about"
        idPrefix="about"
        fieldset={{ legend: { text: t.about } }}
        value={about}
        items={[
          { value: 'person', text: t.aboutPerson },
          { value: 'dwelling', text: t.aboutHome },
        ]}
      />
    </section>
  )
}
