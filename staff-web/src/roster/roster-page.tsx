import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, useParams } from 'react-router'
import { useMe } from '../shared/me.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { Bells } from './bells.tsx'
import { DeskCover } from './desk-cover.tsx'
import { MyShifts } from './my-shifts.tsx'
import { OnNow } from './on-now.tsx'
import './roster.css'
import { Tasks } from './tasks.tsx'
import { Walkrounds } from './walkrounds.tsx'
import { Week } from './week.tsx'

const SECTIONS = ['mine', 'tasks', 'week', 'desks', 'walkrounds', 'now', 'bells'] as const
type Section = (typeof SECTIONS)[number]

/** One's own shifts, what is to be done on them, the roster of a week, who comes to see the unit, who is on now, and bells. */
export function RosterPage() {
  const { t } = useTranslation('roster')
  const params = useParams()
  const section: Section = SECTIONS.find((one) => one === params['section']) ?? 'mine'
  const { walkroundName, bells } = useMe().settings
  // What a place does not have would only be in the way; a link that leads there shows it all the same.
  const has = { walkrounds: walkroundName !== null, bells }
  const sections = SECTIONS.filter((one) => (one === 'walkrounds' || one === 'bells' ? has[one] : true) || one === section)
  const tabs = useRef<HTMLElement>(null)
  // On a phone the row of sections is wider than the window.
  useEffect(() => { tabs.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' }) }, [section])
  return (
    <PageFrame title={t('title')} width="wide" titleHidden>
      <nav ref={tabs} className="roster-sections no-print" aria-label={t('sectionsLabel')}>
        {sections.map((one) => <NavLink key={one} to={one === 'mine' ? '/roster' : `/roster/${one}`} end>{one === 'walkrounds' && walkroundName !== null ? walkroundName : t(`sections.${one}`)}</NavLink>)}
      </nav>
      <SectionBody section={section} />
    </PageFrame>
  )
}

function SectionBody({ section }: { section: Section }) {
  switch (section) {
    case 'mine': return <MyShifts />
    case 'tasks': return <Tasks />
    case 'week': return <Week />
    case 'desks': return <DeskCover />
    case 'walkrounds': return <Walkrounds />
    case 'now': return <OnNow />
    case 'bells': return <Bells />
    default: return section satisfies never
  }
}
