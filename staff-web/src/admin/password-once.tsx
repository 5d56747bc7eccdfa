import { Alert, Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../shared/copy-button.tsx'

export interface Issued { readonly title: string; readonly login: string; readonly password: string }

/** An initial password, shown this once; no slip of the mouse closes it. */
export function PasswordOnce({ issued, onClose }: { issued: Issued; onClose: () => void }) {
  const { t } = useTranslation('admin')
  return (
    <Modal open title={issued.title} closable={false} keyboard={false} mask={{ closable: false }} footer={<Button type="primary" onClick={onClose}>{t('account.done')}</Button>}>
      <Alert type="warning" showIcon title={t('account.passwordOnce')} />
      <dl className="password-once">
        <div><dt>{t('account.login')}</dt><dd><code>{issued.login}</code></dd></div>
        <div><dt>{t('account.password')}</dt><dd><code>{issued.password}</code> <CopyButton text={issued.password} /></dd></div>
      </dl>
    </Modal>
  )
}
