import { useTranslation } from 'react-i18next'
import type { Problem } from './policy-query.ts'
import { useSettingName } from './setting-words.ts'

interface ListProps { readonly problems: readonly Problem[]; readonly onPick: ((problem: Problem) => void) | undefined }

/** What is worth knowing and keeps nobody from publishing: one line that counts it by kind, and everything behind it. */
export function NoteList({ problems, onPick }: ListProps) {
  const { t } = useTranslation('policy')
  if (problems.length === 0) return null
  const places = problems.reduce((sum, { alsoAt = [] }) => sum + 1 + alsoAt.length, 0)
  return (
    <details className="problem-list note">
      <summary className="problem-head">{t('warnings', { kinds: problems.length, count: places })}</summary>
      <Problems problems={problems} onPick={onPick} />
    </details>
  )
}

/** What is wrong, each with its place and the way out; a click goes to the setting. */
export function ProblemList({ problems, title, onPick }: { problems: readonly Problem[]; title: string; onPick?: (problem: Problem) => void }) {
  if (problems.length === 0) return null
  return (
    <section className="problem-list fault" role="alert">
      <p className="problem-head">{title}</p>
      <Problems problems={problems} onPick={onPick} />
    </section>
  )
}

function Problems({ problems, onPick }: ListProps) {
  const { t, i18n } = useTranslation('policy')
  const nameOf = useSettingName()
  const language = i18n.language.startsWith('en') ? 'en' : 'zh'
  return (
    <ul>
      {problems.map((problem, index) => (
        <li key={index}>
          {onPick === undefined ? <b>{nameOf(problem.path)}</b> : <button type="button" className="bare" onClick={() => onPick(problem)}><b>{nameOf(problem.path)}</b></button>}
          {problem.line !== null && <span className="muted"> {t('line', { n: problem.line })}</span>}
          <br />{problem.message[language]} {problem.remedy[language]}
          <AlsoAt problem={problem} onPick={onPick} />
        </li>
      ))}
    </ul>
  )
}

/** The other settings with the same fault, each once, however many of its entries have it. */
function AlsoAt({ problem, onPick }: { problem: Problem; onPick: ((problem: Problem) => void) | undefined }) {
  const { t } = useTranslation('policy')
  const nameOf = useSettingName()
  const places = new Map([problem, ...problem.alsoAt ?? []].map((place) => [place.path.replace(/\[.*$/, ''), place]))
  if (places.size <= 1) return null
  return (
    <div className="muted problem-places">
      {t('alsoAt')}
      {[...places].map(([setting, place]) => (
        <span key={setting}>{onPick === undefined ? nameOf(setting) : <button type="button" className="bare" onClick={() => onPick({ ...problem, ...place })}>{nameOf(setting)}</button>}{place.line !== null && ` ${t('line', { n: place.line })}`}</span>
      ))}
    </div>
  )
}

/** Scrolls to a setting and puts the focus into it. */
export function goToSetting(path: string): void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-setting]')]
  const place = places.find((one) => { const own = one.dataset['setting'] ?? ''; return path === own || path.startsWith(`${own}.`) || path.startsWith(`${own}[`) })
  place?.scrollIntoView({ block: 'center' })
  place?.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]')?.focus({ preventScroll: true })
}
