import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Matter, Suggestions } from './draft.ts'
import { usePromiseWords } from '../shared/limit-words.ts'

/** The matters it could be, the likeliest first. One click or the arrows choose; choosing the chosen one again takes it back. */
export function MatterList({ matters, chosen, typed, failed, suggestions, open, everyday, onChoose }: {
  /** What stands here before anything is typed. */
  everyday: ReactNode
  suggestions: Suggestions | undefined; matters: readonly Matter[]; chosen: Matter | null; typed: boolean; failed: boolean; open: boolean; onChoose: (matter: Matter | null) => void
}) {
  const { t } = useTranslation('register')
  // One chosen earlier stays in sight when the words no longer suggest it.
  const shown = chosen && !matters.some((matter) => matter.id === chosen.id) ? [chosen, ...matters] : matters
  return (
    <section className="card" aria-label={t('matters.title')}>
      <h2>{t('matters.title')} {shown.length > 0 && <span className="faint keys-hint">{t(open ? 'matters.hintOpen' : 'matters.hint')}</span>}</h2>
      {failed && <p className="m-none muted" role="status">{t('matters.failed')}</p>}
      {shown.length === 0 && !failed && <p className="m-none muted">{typed ? t('matters.none') : t('matters.empty')}</p>}
      {shown.length === 0 && !typed && everyday}
      {typed && suggestions && <Advice suggestions={suggestions} />}
      <ul id="matters" role="listbox" aria-label={t('matters.title')}>
        {shown.map((matter) => (
          <li
            key={matter.id} id={`matter-${matter.id}`} role="option" aria-selected={matter.id === chosen?.id} className={matter.id === chosen?.id ? 'm on' : 'm'}
            onMouseDown={(event) => event.preventDefault()} onClick={() => onChoose(matter.id === chosen?.id ? null : matter)}
          >
            <span className="m-mark" aria-hidden="true" />
            <MatterWords matter={matter} />
            <Why reasons={matter.reasons} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function MatterWords({ matter }: { matter: Matter }) {
  const { t } = useTranslation('register')
  const { t: shared } = useTranslation('shared')
  const promised = usePromiseWords()(matter)
  const names = matter.papers.map((paper) => paper.name).join(shared('listComma'))
  return (
    <div>
      <b>{matter.name}</b>{' '}
      {matter.confidence === 'high' && <span className="tag ok">{t('matters.high')}</span>}
      {matter.confidence === 'medium' && <span className="tag">{t('matters.medium')}</span>}
      <div className="muted">{[matter.unitName, matter.personName, matter.room, matter.phone].filter(Boolean).join(' · ')}</div>
      {(matter.papers.length > 0 || promised !== null || matter.onSpot) && (
        <div className="muted m-more">
          {matter.papers.length > 0 && <span>{t('matters.papers', { count: matter.papers.length, names })}</span>}
          {promised !== null && <span>{t('matters.promised', { limit: promised })}</span>}
          {matter.onSpot && <span>{t('matters.onSpot')}</span>}
        </div>
      )}
    </div>
  )
}

/** Why this was suggested: words of the directory, handled cases, a ruling. */
function Why({ reasons }: { reasons: Matter['reasons'] }) {
  const { t } = useTranslation('register')
  const said = [
    reasons.ruling ? t('matters.ruling', { number: reasons.ruling.number }) : '', reasons.words.length > 0 ? t('matters.because', { words: reasons.words.map((word) => `“${word}”`).join('') }) : '',
    reasons.cases ? t('matters.cases', { ...reasons.cases }) : '',
  ].filter(Boolean)
  return <span className="faint m-why">{said.join(' · ')}</span>
}

/** What to do when no matter is sure: the likely unit, another organisation, or the office. */
function Advice({ suggestions: { advice, units, outside, office, matters } }: { suggestions: Suggestions }) {
  const { t } = useTranslation('register')
  const [unit] = units
  const [other] = outside
  if (advice === 'outside' && other) return <p className="m-none">{t('matters.outside', { name: other.name, phone: other.phone ?? '' })}</p>
  if (advice === 'unclear' && office) return <p className="m-none">{t('matters.askOffice', { unit: office.unitName, name: office.personName, phone: office.phone ?? '' })}</p>
  if (matters.length > 0 || !unit || unit.confidence === 'low') return null
  return <p className="m-none">{t('matters.unitIs', { unit: [unit.unitName, unit.room, unit.phone].filter(Boolean).join(' · ') })} <Why reasons={unit.reasons} /></p>
}
