import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'

/** Copies a text. Over plain http the browser withholds the clipboard; then it says so and the text can be selected. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation('shared')
  const { message } = App.useApp()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      message.success(t('act.copied'))
    } catch {
      message.warning(t('act.copyFailed'))
    }
  }
  return <Button onClick={() => void copy()}>{label ?? t('act.copy')}</Button>
}
