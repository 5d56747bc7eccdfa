import type { Translated } from '../shared/language.ts'
import type { casesZh } from './texts.zh.ts'

export const casesEn: Translated<typeof casesZh> = {
  title: 'Cases',
  views: { mineHandling: 'I handle', mineFirst: 'I was asked first', unit: 'My unit', late: 'Late', all: 'All' },
  viewsLabel: 'Views',
  search: 'Search subject, content, number, name, phone',
  filters: { status: 'Status', category: 'Category', channel: 'Channel', urgency: 'Urgency', open: 'Open?', opened: 'Open', ended: 'Ended', unit: 'Registered at', deskId: 'Counter', from: 'Registered from', to: 'Registered to' },
  moreFilters: 'Filter',
  clear: 'Clear filters',
  columnsChoose: 'Columns',
  columnsHint: 'Columns to show',
  columnsReset: 'Back to the usual ones',
  columns: {
    number: 'Number', registeredAt: 'Registered', channel: 'Channel', requester: 'Requester', organization: 'Organisation', subject: 'Subject', category: 'Category', firstContact: 'First contact',
    handler: 'Handler', strip: 'Relay', clocks: 'Two clocks', due: 'Due', result: 'Result', closedAt: 'Closed', rating: 'Rating', urgency: 'Urgency', status: 'Status',
  },
  table: 'Cases',
  loaded_one: '{{count}} case loaded',
  loaded_other: '{{count}} cases loaded',
  loadedAll_one: '{{count}} case',
  loadedAll_other: '{{count}} cases',
  loadMore: 'Load more',
  loadingMore: 'Loading…',
  pending: 'To sign: {{unit}}',
  round: 'Round {{round}}',
  anonymous: 'No name left',
  found: 'Found: ',
  changed: 'The list has changed: refresh',
  empty: { plain: 'No cases here', plainText: 'Newly registered cases will appear here.', filtered: 'No case fits', filteredText: 'Try another word, or clear the filters.' },
  export: {
    print: 'Print, or save as Word',
    open: 'Export', title: 'Export the register', intro: 'Writes an Excel file by the present view and filters.',
    layout: 'Layout', brief: 'Brief (6 columns)', briefHint: 'Who asked, organisation and address, contact, subject, who was asked, result', full: 'Full', fullHint: 'Every column of the register in use',
    start: 'Start', waiting: 'Queued', running: 'Exporting {{done}} of {{total}}', runningUnknown: 'Exporting, {{done}} written', done: 'Done: {{done}} cases', failed: 'The export did not finish. Please try again.', again: 'Export again', download: 'Download {{name}}', fileFallback: 'file',
  },
  keys: { next: 'Next case', previous: 'Previous case', open: 'Open', search: 'Search', view: 'Switch view', export: 'Export', print: 'Print the register' },
}
