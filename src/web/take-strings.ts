// The words beside a list that may be taken as a file.
import { defineStrings } from '../pages/strings/index.ts'

export const takeStrings = defineStrings('take-links', {
  en: {
    links: 'Take this list as {csv} or {xlsx}.',
    csv: 'CSV',
    xlsx: 'a workbook (XLSX)',
    recorded: 'That you took it is recorded.',
  },
})
