import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import './page-frame.css'

/** A page: its title (also the window's), what stands beside the title, and the body. `narrow` for forms, `wide` for tables. */
export function PageFrame({ title, aside, width = 'normal', titleHidden = false, children }: {
  title: string; aside?: ReactNode; width?: 'narrow' | 'normal' | 'wide'; titleHidden?: boolean; children: ReactNode
}) {
  const { t } = useTranslation('shared')
  useEffect(() => { document.title = `${title} · ${t('brand')}` }, [title, t])
  return (
    <main className={`page page-${width}`} id="main">
      <header className={titleHidden ? 'only-read' : 'page-head'}>
        <h1>{title}</h1>
        {aside && <div className="page-aside">{aside}</div>}
      </header>
      {children}
    </main>
  )
}
