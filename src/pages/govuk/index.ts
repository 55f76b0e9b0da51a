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
export { type ErrorItem, ErrorSummary, type ErrorSummaryProps } from './error-summary.tsx'
export { Fieldset, type FieldsetProps } from './fieldset.tsx'
export { FileUpload, type FileUploadProps } from './file-upload.tsx'
export { Input, type InputProps } from './input.tsx'
export { ErrorMessage, Hint, Label } from './label.tsx'
export { Select, type SelectItem, type SelectProps } from './select.tsx'
export { Textarea, type TextareaProps } from './textarea.tsx'
