// How many of GOV.UK's examples does each part reproduce, and which not, and why?

export type Support = { compared: number; left?: Readonly<Record<string, string>> }

export const supported: Readonly<Record<string, Support>> = {
  'back-link': { compared: 7 },
  breadcrumbs: { compared: 12 },
  button: {
    compared: 37,
    left: { 'start link with html': 'a start button here holds plain words' },
  },
  checkboxes: { compared: 42 },
  'date-input': { compared: 50 },
  details: { compared: 10 },
  'error-message': { compared: 9 },
  'error-summary': { compared: 19 },
  fieldset: { compared: 18 },
  'file-upload': {
    compared: 21,
    left: { translated: 'the script keeps its own words until a second language exists' },
  },
  hint: { compared: 6 },
  input: { compared: 45 },
  'inset-text': { compared: 6 },
  label: { compared: 17 },
  'notification-banner': { compared: 21 },
  pagination: {
    compared: 14,
    left: { 'with empty items': 'an item without a number does not compile' },
  },
  panel: {
    compared: 12,
    left: {
      interruption: 'no page interrupts',
      'interruption, button link': 'no page interrupts',
      'interruption, no actions items': 'no page interrupts',
      'interruption, submit action': 'no page interrupts',
      'interruption-with-content-with-long-line-length': 'no page interrupts',
      'interruption-with-headings-content-and-lists': 'no page interrupts',
      'interruption, with actions classes and attributes': 'no page interrupts',
    },
  },
  radios: { compared: 43 },
  select: {
    compared: 17,
    left: {
      hint: 'a select without choices does not compile',
      'with falsy values': 'a value is text or a number',
    },
  },
  'skip-link': { compared: 9 },
  'summary-list': { compared: 30 },
  table: { compared: 21 },
  tag: { compared: 12 },
  textarea: { compared: 18 },
  'warning-text': { compared: 8 },
}
