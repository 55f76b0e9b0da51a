// The questions about an area: what it is called, how somebody says where it is, and then where.
// Style alone shows the questions of the chosen way; a browser that cannot shows all four.
import { addScript, addStyle } from '../../pages/assets.ts'
import { format } from '../../pages/format.ts'
import {
  Button,
  Checkboxes,
  ErrorSummary,
  Input,
  Radios,
  Textarea,
} from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { type Lang, useLang } from '../../pages/strings/index.ts'
import type { Outline } from '../ground.ts'
import type { AreaVersion } from '../store/areas.ts'
import {
  type AreaAnswers,
  type AreaField,
  type AreaProblems,
  type AreaWrong,
  areaFields,
  ways,
} from './area-answers.ts'
import { AreaMap } from './area-map.tsx'
import { areaStrings } from './strings.ts'

export const areaStyle = addStyle('areas.css', 'src/areas/pages/area.css')

export type AreaFormProps = {
  context: PageContext
  answers: AreaAnswers
  problems: AreaProblems
  outlines: readonly Outline[]
  attribution: string
  /** The version that stands, when it is drawn anew. */
  before: AreaVersion | undefined
}

export function AreaForm(props: AreaFormProps) {
  const { context, problems, before, attribution } = props
  const t = areaStrings(context.lang)
  const script = addScript('areas-draw.js', 'src/areas/pages/draw-client.ts')
  const title = before ? t.drawAgain : t.draw
  const wrong = areaFields.flatMap(field => {
    const found = problems[field]
    return found ? [{ text: saidWrong(context.lang, found), href: `#${idOf(field)}` }] : []
  })
  return (
    <Page
      context={context}
      title={title}
      breadcrumbs={[{ href: '/areas', label: t.title }, { label: title }]}
      hasErrors={wrong.length > 0}
      styles={[areaStyle]}
      scripts={[script]}
      attribution={attribution}
    >
      {wrong.length > 0 && <ErrorSummary errorList={wrong} />}
      <h1 class="ds-h1 ds-headline">{title}</h1>
      <form
        class="ds-form ds-tight ds-area-ask"
        method="post"
        action="/areas/preview"
        enctype="multipart/form-data"
        novalidate
      >
        {before && <input type="hidden" name="area" value={before.area} />}
        <Named {...props} />
        <Radios
          idPrefix="way"
          name="way"
          classes="govuk-radios--small"
          value={props.answers.way}
          fieldset={{ legend: { text: t.way } }}
          items={ways.map(way => ({ value: way, text: t.ways[way] }))}
          {...wrongAt(props, 'way')}
        />
        <ByPostcodes {...props} />
        <ByCircle {...props} />
        <ByCorners {...props} />
        <ByShape {...props} />
        <Button text={t.preview} />
        <p class="ds-small ds-quiet">{t.previewNote}</p>
      </form>
    </Page>
  )
}

function idOf(field: AreaField): string {
  return field === 'circle' ? 'centre' : field
}

function saidWrong(lang: Lang, wrong: AreaWrong): string {
  const t = areaStrings(lang)
  if ('plain' in wrong) return t.wrong[wrong.plain as keyof typeof t.wrong]
  if ('postcodesWrong' in wrong) return t.postcodesWrong(wrong.postcodesWrong)
  if ('postcodesUnknown' in wrong) return t.postcodesUnknown(wrong.postcodesUnknown)
  if ('cornersWrong' in wrong) return t.cornersWrong(wrong.cornersWrong)
  const { problem, at, count } = wrong
  if (problem === 'ring-open') return t.ringOpen
  if (problem === 'ring-crosses') return t.ringCrosses(at)
  if (problem === 'position-outside') return t.positionOutside(at)
  if (problem === 'too-many-points') return t.tooMany(format(lang).number(count))
  return t.wrong[problem]
}

function wrongAt({ context, problems }: AreaFormProps, field: AreaField) {
  const found = problems[field]
  return found ? { errorMessage: { text: saidWrong(context.lang, found) } } : {}
}

function Named(props: AreaFormProps) {
  const t = areaStrings(useLang())
  const { name, note } = props.answers
  return (
    <>
      <Input
        id="name"
        name="name"
        value={name}
        label={{ text: t.name, classes: 'govuk-label--s' }}
        hint={{ text: t.nameHint }}
        attributes={{ autocomplete: 'off' }}
        {...wrongAt(props, 'name')}
      />
      <Input
        id="note"
        name="note"
        value={note}
        label={{ text: t.note, classes: 'govuk-label--s' }}
        hint={{ text: t.noteHint }}
        attributes={{ autocomplete: 'off' }}
        {...wrongAt(props, 'note')}
      />
    </>
  )
}

function ByPostcodes(props: AreaFormProps) {
  const t = areaStrings(useLang())
  const found = props.problems.postcodes
  return (
    <fieldset class="ds-area-way ds-area-way--postcodes">
      <legend class="govuk-visually-hidden">{t.ways.postcodes}</legend>
      <Textarea
        id="postcodes"
        name="postcodes"
        rows={4}
        value={props.answers.postcodes}
        label={{ text: t.postcodes }}
        hint={{ text: t.postcodesHint }}
        {...wrongAt(props, 'postcodes')}
      />
      {found && 'postcodesUnknown' in found && (
        <Checkboxes
          idPrefix="without"
          name="without"
          classes="govuk-checkboxes--small"
          items={[{ value: 'yes', text: t.without }]}
        />
      )}
    </fieldset>
  )
}

function ByCircle(props: AreaFormProps) {
  const t = areaStrings(useLang())
  const { centre, metres } = props.answers
  return (
    <fieldset class="ds-area-way ds-area-way--circle">
      <legend class="govuk-visually-hidden">{t.ways.circle}</legend>
      <Input
        id="centre"
        name="centre"
        value={centre}
        classes="govuk-input--width-10"
        label={{ text: t.centre }}
        {...wrongAt(props, 'circle')}
      />
      <Input
        id="metres"
        name="metres"
        value={metres}
        classes="govuk-input--width-5"
        inputmode="numeric"
        label={{ text: t.metres }}
        {...wrongAt(props, 'metres')}
      />
    </fieldset>
  )
}

function ByCorners(props: AreaFormProps) {
  const t = areaStrings(useLang())
  const { outlines, before } = props
  return (
    <fieldset class="ds-area-way ds-area-way--corners">
      <legend class="govuk-visually-hidden">{t.ways.corners}</legend>
      <AreaMap
        outlines={outlines}
        shapes={before ? [before.shape] : []}
        label={t.mapLabel}
        isToDraw
      />
      <p class="ds-acts">
        <button class="ds-link-button" type="button" data-corners="undo" hidden>
          {t.undo}
        </button>
        <button class="ds-link-button" type="button" data-corners="clear" hidden>
          {t.clear}
        </button>
      </p>
      <Textarea
        id="corners"
        name="corners"
        rows={5}
        value={props.answers.corners}
        label={{ text: t.corners }}
        hint={{ text: t.cornersHint }}
        {...wrongAt(props, 'corners')}
      />
    </fieldset>
  )
}

function ByShape(props: AreaFormProps) {
  const t = areaStrings(useLang())
  return (
    <fieldset class="ds-area-way ds-area-way--geojson">
      <legend class="govuk-visually-hidden">{t.ways.geojson}</legend>
      <Textarea
        id="geojson"
        name="geojson"
        rows={4}
        value={props.answers.geojson}
        label={{ text: t.geojson }}
        hint={{ text: t.geojsonHint }}
        {...wrongAt(props, 'geojson')}
      />
      <div class="govuk-form-group">
        <label class="govuk-label" for="file">
          {t.file}
        </label>
        <input class="govuk-file-upload" id="file" name="file" type="file" />
      </div>
    </fieldset>
  )
}
