import type { FieldError } from '../http/refused.ts'

const REMEDIES = {
  'person-known': 'Somebody of this name and mobile phone works here already; change that account, or correct the number.',
  'person-elsewhere': 'Somebody of this name and mobile phone works in another institution; a person belongs to one only. Have the account there disabled first, or correct the number.',
}

export function samePersonFault(code: keyof typeof REMEDIES): FieldError[] {
  return [{ pointer: '/phone', code, detail: REMEDIES[code] }]
}
