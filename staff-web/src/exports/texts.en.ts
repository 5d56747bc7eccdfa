import type { Translated } from '../shared/language.ts'
import type { exportsZh } from './texts.zh.ts'

export const exportsEn: Translated<typeof exportsZh> = {
  print: 'Print', document: 'Word document', back: 'Back', register: 'Register', layout: 'Layout', brief: 'Brief (6 columns)', full: 'Full',
  showFull: 'Show full contacts', showFullOk: 'Show and write it down', showFullWhy: 'The form will carry the person’s full name, phone number and address. Who printed which form, and when, is written into the ledger.', reason: 'What for (optional)',
  duty: { handOver: 'Hand-over sheet', log: 'Duty log', roster: 'Duty roster', covers: 'Posts and deputies', which: 'Form', week: 'Week', month: 'Month', span: 'Period', unit: 'Unit', previousWeek: 'Week before', nextWeek: 'Next week', previousMonth: 'Month before', nextMonth: 'Next month' },
  month: 'By month', ownSpan: '{{from}} to {{to}}',
  volume: { newest: 'Newest volume', older: 'Older volume', of: '{{count}} cases in this volume of {{total}} chosen; the others are in other volumes. Choose a month, or from the list', ofMany: '{{count}} cases in this volume of very many; the others are in other volumes. Choose a month, or from the list', export: 'export to Excel' },
  fullNow: 'Contains personal data in full; keep it safe', onlyHere: 'The address on this receipt opens on this machine only; nobody else’s phone can follow it', onlyHereWhy: 'Ask whoever runs the server to set PUBLIC_URL to the address that the public uses, for example https://daodi.example.gov.cn, and to restart it. This hint is not printed.',
  noSuchForm: 'There is no such form',
}
