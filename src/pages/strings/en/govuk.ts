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
})
