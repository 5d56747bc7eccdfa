import { BellOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { NavLink, useNavigate } from 'react-router'
import { useKeys } from './keys.tsx'
import './bell.css'
import { useUnreadCount } from './unread-notices.ts'

/** In the bar of every page: how many notices are unread, and the way to them. */
export function Bell() {
  const { t } = useTranslation('notices')
  const navigate = useNavigate()
  const unread = useUnreadCount()
  useKeys([{ key: 'alt+n', label: t('keys.bell'), whenTyping: true, act: () => void navigate('/notices') }], { everywhere: true })
  const words = unread === 0 ? t('none') : t('unread', { count: unread })
  return (
    <NavLink to="/notices" className="bell" title={words}>
      <BellOutlined aria-hidden="true" />
      {unread > 0 && <span className="bell-count" aria-hidden="true">{unread > 99 ? '99+' : unread}</span>}
      <span className="only-read" role="status">{words}</span>
    </NavLink>
  )
}
