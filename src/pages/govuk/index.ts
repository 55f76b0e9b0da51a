// The door to GOV.UK parts: what a page imports to ask, tell and list.
export { Button, type ButtonProps } from './button.tsx'
export {
  Checkboxes,
  type CheckboxesProps,
  type ChoiceItem,
  Radios,
  type RadiosProps,
} from './choices.tsx'
export { DateInput, type DateInputProps } from './date-input.tsx'
export { Details, type DetailsProps } from './details.tsx'
export { type ErrorItem, ErrorSummary, type ErrorSummaryProps } from './error-summary.tsx'
export { Fieldset, type FieldsetProps } from './fieldset.tsx'
export { FileUpload, type FileUploadProps } from './file-upload.tsx'
export { Input, type InputProps } from './input.tsx'
export { ErrorMessage, Hint, Label } from './label.tsx'
export { InsetText, Panel, type PanelProps, Tag, WarningText } from './notices.tsx'
export { NotificationBanner, type NotificationBannerProps } from './notification-banner.tsx'
export { Pagination, type PaginationProps } from './pagination.tsx'
export { Select, type SelectItem, type SelectProps } from './select.tsx'
export { SummaryList, type SummaryListProps, type SummaryRow } from './summary-list.tsx'
export { Table, type TableCell, type TableProps } from './table.tsx'
export { Textarea, type TextareaProps } from './textarea.tsx'
export { BackLink, GovukBreadcrumbs, SkipLink } from './ways.tsx'
