// The words that GOV.UK parts say by themselves.
import { defineStrings } from '../strings.ts'

export const govukStrings = defineStrings('govuk', {
  en: {
    error: 'Error',
    thereIsAProblem: 'There is a problem',
    day: 'Day',
    month: 'Month',
    year: 'Year',
    back: 'Back',
    important: 'Important',
    success: 'Success',
    warning: 'Warning',
    breadcrumb: 'Breadcrumb',
    pagination: 'Pagination',
    previous: 'Previous',
    next: 'Next',
    pageAfter: ' page',
    page: (number: string | number) => `Page ${number}`,
  },
  cy: {
    error: 'Gwall',
    thereIsAProblem: 'Mae problem',
    day: 'Diwrnod',
    month: 'Mis',
    year: 'Blwyddyn',
    back: 'Yn ôl',
    important: 'Pwysig',
    success: 'Llwyddiant',
    warning: 'Rhybudd',
    breadcrumb: 'Briwsion bara',
    pagination: 'Tudalennau',
    previous: 'Blaenorol',
    next: 'Nesaf',
    pageAfter: ' tudalen',
    page: number => `Tudalen ${number}`,
  },
})
