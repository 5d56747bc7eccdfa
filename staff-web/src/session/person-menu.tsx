import { signOut, signOutEverywhere } from '@daodi/contract/staff/session/session.ts'
import { App, Dropdown, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useState } from 'react'
import { call } from '../shared/call.ts'
import { chooseLargeType, isLargeType } from '../shared/large-type.ts'
import { useLanguage } from '../shared/language.ts'
import { useMe } from '../shared/me.ts'
import { refusalText } from '../shared/refusal-text.ts'
import { startAfresh } from './sign-in-again.tsx'

export function PersonMenu() {
  const { t } = useTranslation('session')
  const me = useMe()
  const navigate = useNavigate()
  const { message, modal } = App.useApp()
  const { language, choose } = useLanguage()
  const [large, setLarge] = useState(isLargeType)
  const leave = (ending: () => Promise<unknown>) => ending().then(startAfresh, (error: unknown) => { message.error(refusalText(error, t)) })
  const acts: Record<string, () => void> = {
    language: () => choose(language === 'zh' ? 'en' : 'zh'),
    large: () => { chooseLargeType(!large); setLarge(!large) },
    duties: () => void navigate('/duties'),
    password: () => void navigate('/password'),
    tokens: () => void navigate('/tokens'),
    signOut: () => void leave(() => call(signOut, {})),
    everywhere: () => void modal.confirm({ title: t('menu.everywhere'), content: t('menu.everywhereAsk'), onOk: () => leave(() => call(signOutEverywhere, { body: {} })) }),
  }
  const items: MenuProps['items'] = [
    { key: 'who', type: 'group', label: <span>{me.institution.name}<br />{me.unit.path.join(' / ')}</span> },
    { key: 'duties', label: t('menu.duties') },
    { key: 'language', label: <span lang={language === 'zh' ? 'en' : 'zh-CN'}>{t('menu.language')}</span> },
    { key: 'large', label: t(large ? 'menu.normal' : 'menu.large') },
    { type: 'divider' },
    { key: 'password', label: t('menu.password') },
    { key: 'tokens', label: t('menu.tokens') },
    { type: 'divider' },
    { key: 'everywhere', label: t('menu.everywhere') },
    { key: 'signOut', label: t('menu.signOut') },
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => acts[key]?.() }}>
      <button type="button" className="bare top-person" aria-haspopup="menu">
        <b>{me.name}</b><span className="muted clip"> · {me.unit.name}</span><span className="only-read"> {t('menu.open')}</span>
      </button>
    </Dropdown>
  )
}
