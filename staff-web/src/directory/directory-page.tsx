import { useTranslation } from 'react-i18next'
import { NavLink, useParams } from 'react-router'
import { hasRole, useMe } from '../shared/me.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { Book } from './book-page.tsx'
import { Desks } from './desks.tsx'
import './directory.css'
import { Gaps } from './gaps.tsx'
import { Groups } from './groups.tsx'
import { OutsideContacts } from './outside-contacts.tsx'
import { Posts } from './posts.tsx'
import { Workbook } from './workbook.tsx'

const SECTIONS = ['book', 'posts', 'desks', 'groups', 'outside', 'gaps', 'workbook'] as const
type Section = (typeof SECTIONS)[number]
const KEPT: ReadonlySet<Section> = new Set(['gaps', 'workbook'])

/** Who and what there is: for everybody to look up, for administrators to keep. */
export function DirectoryPage() {
  const { t } = useTranslation('directory')
  const keeps = hasRole(useMe(), 'administrator')
  const params = useParams()
  const sections = SECTIONS.filter((one) => keeps || !KEPT.has(one))
  const section: Section = sections.find((one) => one === params['section']) ?? 'book'
  return (
    <PageFrame title={`${t(`sections.${section}`)} · ${t('title')}`} titleHidden>
      <nav className="dir-sections" aria-label={t('sectionsLabel')}>
        {sections.map((one) => <NavLink key={one} to={one === 'book' ? '/directory' : `/directory/${one}`} end>{t(`sections.${one}`)}</NavLink>)}
      </nav>
      <SectionBody section={section} />
    </PageFrame>
  )
}

function SectionBody({ section }: { section: Section }) {
  switch (section) {
    case 'book': return <Book />
    case 'posts': return <Posts />
    case 'desks': return <Desks />
    case 'groups': return <Groups />
    case 'outside': return <OutsideContacts />
    case 'gaps': return <Gaps />
    case 'workbook': return <Workbook />
    default: return section satisfies never
  }
}
