import { ApartmentOutlined, CheckSquareOutlined, FileTextOutlined, FormOutlined, ScheduleOutlined, SettingOutlined, TeamOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { useMe } from '../shared/me.ts'
import { placesOf } from './places.ts'
import { OwedBadge } from './top-bar.tsx'

const SIGNS = { register: FormOutlined, todo: CheckSquareOutlined, cases: FileTextOutlined, roster: ScheduleOutlined, unit: ApartmentOutlined, team: TeamOutlined, admin: SettingOutlined } as const

/** The same places under the thumb, on a phone. */
export function TabBar() {
  const { t } = useTranslation('session')
  const me = useMe()
  return (
    <nav className="tabs no-print" aria-label={t('nav.label')}>
      {placesOf(me).map((place) => {
        const Sign = SIGNS[place.name]
        return (
          <NavLink key={place.to} to={place.to} end={place.to === '/'}>
            <Sign aria-hidden="true" />
            <span>{t(`nav.${place.name}`)}</span>
            {place.name === 'todo' && <OwedBadge />}
          </NavLink>
        )
      })}
    </nav>
  )
}
