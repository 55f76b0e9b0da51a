// Does each part give the HTML that GOV.UK gives? Compared with every example the package ships.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../store/root.ts'
import { supported } from './fixtures-supported.ts'
import * as govuk from './index.ts'
import { normalHtml } from './same-html.ts'

type Options = Record<string, unknown>
type Fixture = { name: string; options: Options; html: string }
type Component = (props: never) => unknown

const parts: Record<string, { component: Component; child?: string }> = {
  'back-link': { component: govuk.BackLink },
  breadcrumbs: { component: govuk.GovukBreadcrumbs },
  button: { component: govuk.Button },
  checkboxes: { component: govuk.Checkboxes },
  'date-input': { component: govuk.DateInput },
  details: { component: govuk.Details, child: 'text' },
  'error-message': { component: props => <govuk.ErrorMessage words={props} id={idOf(props)} /> },
  'error-summary': { component: govuk.ErrorSummary },
  fieldset: { component: govuk.Fieldset, child: 'text' },
  'file-upload': { component: govuk.FileUpload },
  hint: { component: props => <govuk.Hint words={props} id={idOf(props)} /> },
  input: { component: govuk.Input },
  'inset-text': { component: govuk.InsetText, child: 'text' },
  label: {
    component: props => <govuk.Label words={props} of={(props as Options).for as string} />,
  },
  'notification-banner': { component: govuk.NotificationBanner },
  pagination: { component: govuk.Pagination },
  panel: { component: govuk.Panel, child: 'text' },
  radios: { component: govuk.Radios },
  select: { component: govuk.Select },
  'skip-link': { component: govuk.SkipLink },
  'summary-list': { component: govuk.SummaryList },
  table: { component: govuk.Table },
  tag: { component: govuk.Tag, child: 'text' },
  textarea: { component: govuk.Textarea },
  'warning-text': { component: govuk.WarningText, child: 'text' },
}

describe.each(Object.entries(parts))('%s', (name, { component, child }) => {
  const left = supported[name]?.left ?? {}
  const fixtures = fixturesOf(name)
  const compared = fixtures.filter(fixture => !(fixture.name in left))

  test('as many examples are compared as we say, and each left out exists', () => {
    expect(compared.length).toBe(supported[name]?.compared)
    const names = new Set(fixtures.map(fixture => fixture.name))
    expect(Object.keys(left).filter(one => !names.has(one))).toEqual([])
  })

  test.each(compared)('$name', ({ options, html }) => {
    const props = asProps(options, name)
    const children = child ? (props[child] as Child) : undefined
    const Part = component as (props: Options) => never
    const rendered = String(<Part {...props} {...(child ? { children } : {})} />)
    expect(normalHtml(rendered)).toBe(normalHtml(html))
  })
})

function idOf(props: unknown): string | undefined {
  return (props as { id?: string }).id
}

function fixturesOf(component: string): Fixture[] {
  const folder = 'node_modules/govuk-frontend/dist/govuk/components'
  const file = join(projectRoot, folder, component, 'fixtures.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }).fixtures
}

const asHtml = { html: 'text', titleHtml: 'titleText', summaryHtml: 'summaryText' }
const renamed: Record<string, string> = { ...asHtml, descriptionHtml: 'descriptionText' }

/** Our parts take elements where GOV.UK's take `html`; otherwise the options are theirs. */
function asProps(value: unknown, name: string): Options {
  const props = elements(value) as Options
  if (name === 'notification-banner' && typeof (value as Options).html === 'string') {
    return { ...props, text: undefined, children: props.text }
  }
  return props
}

function elements(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(elements)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, at]) => at !== null)
  const plain = entries.filter(([key]) => !(key in renamed))
  const marked = entries.filter(([key, at]) => key in renamed && typeof at === 'string' && at)
  return Object.fromEntries([
    ...plain.map(([key, at]) => (key === 'conditional' ? conditional(at) : [key, elements(at)])),
    ...marked.map(([key, at]) => [renamed[key], raw(at as string)]),
  ])
}

function conditional(at: unknown): [string, unknown] {
  const html = (at as { html?: string } | undefined)?.html
  return ['conditional', html ? raw(html) : undefined]
}
