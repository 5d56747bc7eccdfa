/** Said in the label of a field that may stay empty, in either language. */
const OPTIONAL = /可不|不填|选填|没有.*的写明|may be|optional|if (?:any|known)|left out|leave empty/iu
const FILLED = '.ant-select-selection-item, .ant-select-content-has-value, .ant-select-content-item, input:checked, .ant-radio-button-wrapper-checked'

/** The labels of the fields of a form that nothing was put into, but may not stay empty. */
export function lackingIn(form: HTMLElement): string[] {
  return [...form.querySelectorAll<HTMLElement>('.field, .act-field')].flatMap((field) => {
    const name = field.querySelector('label, span')?.textContent.trim() ?? ''
    const controls = [...field.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
    if (name === '' || OPTIONAL.test(name) || controls.length === 0 || field.querySelector(FILLED) !== null) return []
    return controls.every((control) => control.value.trim() === '') ? [name.replace(/[（(].*$/u, '').trim()] : []
  })
}
