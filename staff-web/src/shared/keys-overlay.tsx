import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd, type Key, useBoundKeys, useKeys } from './keys.tsx'
import './keys-overlay.css'

/** `?` shows every key of the page. */
export function KeysOverlay() {
  const { t } = useTranslation('shared')
  const [open, setOpen] = useState(false)
  const { here, everywhere } = useBoundKeys()
  useKeys([{ key: '?', label: t('keys.help'), act: () => setOpen(true) }], { everywhere: true })
  return (
    <Modal title={t('keys.title')} open={open} onCancel={() => setOpen(false)} footer={null} width={620}>
      <div className="keys-groups">
        <KeyGroup title={t('keys.groupHere')} keys={here} />
        <KeyGroup title={t('keys.groupEverywhere')} keys={everywhere} />
      </div>
      <p className="faint">{t('keys.hint')}</p>
    </Modal>
  )
}

function KeyGroup({ title, keys }: { title: string; keys: readonly Key[] }) {
  if (keys.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {keys.map((key) => (
          <div key={`${key.key} ${key.label}`} className={key.disabled ? 'faint' : undefined}>
            <dt><Kbd keys={key.key} /><span className="only-read">{key.key}</span></dt>
            <dd>{key.label}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
