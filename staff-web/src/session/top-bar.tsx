import { useTranslation } from 'react-i18next'
import { NavLink, useNavigate } from 'react-router'
import { Bell } from '../shared/bell.tsx'
import { useKeys } from '../shared/keys.tsx'
import { useLiveState } from '../shared/live.ts'
import { useMe } from '../shared/me.ts'
import { PhoneBookOverlay } from '../shared/phone-book-overlay.tsx'
import { FindBox } from './find-box.tsx'
import { useOwedCount } from './owed-count.ts'
import { PersonMenu } from './person-menu.tsx'
import { placesOf } from './places.ts'

export function TopBar() {
  const { t } = useTranslation('session')
  const { t: shared } = useTranslation('shared')
  const me = useMe()
  const navigate = useNavigate()
  const places = placesOf(me)
  const live = useLiveState()
  useKeys(places.map((place) => ({ key: place.key, label: t(`nav.${place.name}`), whenTyping: true, act: () => void navigate(place.to) })), { everywhere: true })
  return (
    <header className="top no-print">
      <a className="skip" href="#main">{t('nav.skip')}</a>
      <NavLink to="/" className="top-brand">{shared('brand')}</NavLink>
      <nav aria-label={t('nav.label')}>
        {places.map((place) => (
          <NavLink key={place.to} to={place.to} end={place.to === '/'}>
            {t(`nav.${place.name}`)}{place.name === 'todo' && <OwedBadge />}
          </NavLink>
        ))}
      </nav>
      <span className="top-space" />
      {live === 'waiting' && <span className="tag soon" role="status" title={shared('live.waitingLong')}>{shared('live.waiting')}</span>}
      <FindBox />
      <PhoneBookOverlay />
      <Bell />
      <PersonMenu />
    </header>
  )
}

/** How much I owe, everywhere and always; red while any of it is late. */
export function OwedBadge() {
  const { t } = useTranslation('session')
  const { red, open } = useOwedCount()
  if (open === 0) return null
  return <span className={red > 0 ? 'tag late top-badge' : 'tag top-badge'}><span>{open > 99 ? '99+' : open}</span>{red > 0 && <span className="only-read">{t('nav.late', { count: red })}</span>}</span>
}
