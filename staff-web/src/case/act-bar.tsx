import { acceptReferral } from '@daodi/contract/staff/cases/accept-referral.ts'
import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Kbd, useKeys } from '../shared/keys.tsx'
import { codeText } from '../shared/refusal-text.ts'
import { useNarrow } from '../shared/use-narrow.ts'
import { ActDialog, hasPanel, type PanelAct } from './act-dialog.tsx'
import { ACT_KEYS, sortActs } from './acts.ts'
import type { ActName, CaseView } from './case-query.ts'
import { ActKey, MoreActs } from './more-acts.tsx'
import { PrintMenu } from './print-menu.tsx'
import { useAct } from './use-act.ts'

const SHOWN = { wide: 4, narrow: 2 }

interface ActBarProps { readonly view: CaseView; readonly onAttach: () => void; readonly onReveal: () => void }

/** What the reader may do now, the next step first; under "more" also what they may not, and why. */
export function ActBar({ view, onAttach, onReveal }: ActBarProps) {
  const { t } = useTranslation('case')
  const narrow = useNarrow()
  const [open, setOpen] = useState<PanelAct | null>(null)
  const [more, setMore] = useState(false)
  const accept = useAct(acceptReferral, view.id, () => undefined)
  const acts = sortActs(view.acts)
  const start = (act: ActName) => {
    setMore(false)
    if (act === 'addAttachment') onAttach()
    else if (act === 'revealRequester') onReveal()
    // Signing for it is one key; its panel only opens to say why it was refused.
    else if (act === 'acceptReferral') accept.mutate({}, { onError: () => setOpen('acceptReferral') })
    else setOpen(act)
  }
  useActAsked(view, setOpen)
  useKeys([
    ...acts.allowed.flatMap((act) => { const key = ACT_KEYS[act]; return key === null ? [] : [{ key, label: t(`acts.name.${act}`), act: () => start(act) }] }),
    { key: '.', label: t('moreTitle'), act: () => setMore(true) },
  ])
  const shown = acts.allowed.filter((act) => act !== 'addAttachment' && act !== 'revealRequester').slice(0, narrow ? SHOWN.narrow : SHOWN.wide)
  return (
    <div className="act-bar" role="group" aria-label={t('moreTitle')}>
      {shown.map((act) => (
        <Button key={act} type={act === acts.primary ? 'primary' : 'default'} loading={act === 'acceptReferral' && accept.isPending} onClick={() => start(act)}>
          {t(`acts.name.${act}`)} <ActKey act={act} />
        </Button>
      ))}
      <Button onClick={() => setMore(true)}>{t('more')} <Kbd keys="." /></Button>
      <PrintMenu view={view} />
      {shown.length === 0 && <span className="muted">{t('noActs')}</span>}
      <MoreActs acts={acts} open={more} onStart={start} onClose={() => setMore(false)} />
      {open !== null && <ActDialog key={open} act={open} view={view} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** A link may ask for the dialog of one act; where it is no longer to be done, why is said. */
function useActAsked(view: CaseView, onOpen: (act: PanelAct) => void): void {
  const { t } = useTranslation('case')
  const { message } = App.useApp()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('act')
  const latest = useRef(() => undefined as void)
  useEffect(() => {
    latest.current = () => {
      if (asked === null) return
      setSearch((now) => { now.delete('act'); return now }, { replace: true })
      if (!hasPanel(asked)) return
      const act = view.acts.find((one) => one.act === asked)
      if (act?.allowed === true) onOpen(asked)
      else if (act?.refusal != null) void message.info(codeText(act.refusal, t))
    }
  })
  useEffect(() => latest.current(), [asked])
}
