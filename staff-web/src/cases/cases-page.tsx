import { DownloadOutlined, FilterOutlined } from '@ant-design/icons'
import { Button, type InputRef } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import { useKeys } from '../shared/keys.tsx'
import { PageFrame } from '../shared/page-frame.tsx'
import { useNarrow } from '../shared/use-narrow.ts'
import { CaseList } from './case-list.tsx'
import './cases.css'
import { ColumnChoice, useColumns } from './column-choice.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { FilterBar } from './filter-bar.tsx'
import { type CaseViewName, useFilters, VIEW_ORDER } from './filters.ts'
import { placeOf } from './list-place.ts'
import { SearchField } from './search-field.tsx'

/** All cases the reader may see, by view, filter and word. */
export function CasesPage() {
  const { t } = useTranslation('cases')
  const narrow = useNarrow()
  const { search } = useLocation()
  const navigate = useNavigate()
  const { filters, view, change, clear, chosen } = useFilters()
  const { columns, names, choose } = useColumns(view, filters.passing !== undefined)
  const [exporting, setExporting] = useState(false)
  const [filtering, setFiltering] = useState(false)
  const field = useRef<InputRef>(null)
  const onSearch = useCallback((q: string) => change({ q }), [change])
  useKeys([
    ...VIEW_ORDER.map((name, index) => ({ key: String(index + 1), label: t('keys.view') + t(`views.${name}`), act: () => { void navigate(addressOfView(name, search)) } })),
    { key: '/', label: t('keys.search'), act: () => field.current?.focus() },
    { key: 'e', label: t('keys.export'), act: () => setExporting(true) },
    { key: 'x', label: t('keys.clear'), act: clear, disabled: chosen === 0 && filters.q === undefined },
    { key: 'alt+p', whenTyping: true, label: t('keys.print'), act: () => { void navigate(printAddress(view, search)) } },
  ])
  return (
    <PageFrame title={t('title')} width="wide" titleHidden={!narrow}>
      <div className="case-head">
        <nav className="case-views" aria-label={t('viewsLabel')}>
          {VIEW_ORDER.map((name) => (
            <Link key={name} to={addressOfView(name, search)} aria-current={name === view ? 'page' : undefined}>{t(`views.${name}`)}</Link>
          ))}
        </nav>
        <div className="case-head-acts">
          <SearchField ref={field} value={filters.q ?? ''} onSearch={onSearch} />
          {narrow && <Button icon={<FilterOutlined />} onClick={() => setFiltering(!filtering)} aria-expanded={filtering}>{t('moreFilters')}{chosen > 0 ? ` ${chosen}` : ''}</Button>}
          {!narrow && <ColumnChoice names={names} onChoose={choose} />}
          <Button icon={<DownloadOutlined />} onClick={() => setExporting(true)}>{t('export.open')}</Button>
        </div>
      </div>
      {(!narrow || filtering) && <FilterBar filters={filters} chosen={chosen} onChange={change} onClear={clear} />}
      <CaseList key={search} filters={filters} columns={columns} narrow={narrow} narrowed={chosen > 0 || filters.q !== undefined} onClear={clear} place={placeOf(search)} />
      <ExportDialog filters={filters} printAddress={printAddress(view, search)} open={exporting} onClose={() => setExporting(false)} />
    </PageFrame>
  )
}

/** The register book of what the list shows. */
function printAddress(view: CaseViewName, search: string): string {
  const asked = new URLSearchParams(search)
  asked.set('view', view)
  return `/print/register?${asked.toString()}`
}

/** Another view keeps the search word and the filters. */
function addressOfView(name: CaseViewName, search: string): string {
  const next = new URLSearchParams(search)
  next.set('view', name)
  return `/cases?${next.toString()}`
}
