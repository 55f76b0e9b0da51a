// How is a file handed in?
import { describers, Field, type FieldProps, fieldId } from './field.tsx'
import { type Attributes, classes, given } from './words.ts'

export type FileUploadProps = FieldProps & {
  multiple?: boolean
  /** Adds the drop zone where JavaScript runs. */
  javascript?: boolean
  wrapperClasses?: string
  wrapperAttributes?: Attributes
}

export function FileUpload(props: FileUploadProps) {
  const { javascript, wrapperClasses, wrapperAttributes } = props
  return (
    <Field field={props}>
      {javascript ? (
        <div
          class={classes('govuk-file-upload-wrapper', wrapperClasses)}
          data-module="govuk-file-upload"
          {...wrapperAttributes}
        >
          <FileInput {...props} />
        </div>
      ) : (
        <FileInput {...props} />
      )}
    </Field>
  )
}

function FileInput(props: FileUploadProps) {
  const name = classes(
    'govuk-file-upload',
    props.classes,
    Boolean(props.errorMessage) && 'govuk-file-upload--error',
  )
  const own = given({
    id: fieldId(props),
    name: props.name,
    disabled: props.disabled,
    multiple: props.multiple,
    'aria-describedby': describers(props) || undefined,
  })
  return <input class={name} type="file" {...own} {...props.attributes} />
}
