import { useTranslation } from 'react-i18next'
import { useMe } from '../shared/me.ts'
import type { Draft } from './draft.ts'

/** What is said first, and the steps of a reception to tick off; nothing where the regulation has neither. */
export function Reception({ draft, change }: { draft: Draft; change: (patch: Partial<Draft>) => void }) {
  const { t } = useTranslation('register')
  const { greetings, steps } = useMe().settings.reception
  const greeting = greetings.find(({ channel }) => channel === null || channel === draft.channel)
  if (!greeting && steps.length === 0) return null
  const tick = (step: string, done: boolean) => change({ receptionSteps: steps.filter((one) => (one === step ? done : draft.receptionSteps.includes(one))) })
  return (
    <div className="reception">
      {greeting && <p className="reception-greeting"><span className="faint">{t('reception.greeting')}</span>{t('reception.quoted', { text: greeting.text })}</p>}
      {steps.length > 0 && (
        <div className="who" role="group" aria-label={t('reception.steps')}>
          {steps.map((step) => (
            <label key={step} className={draft.receptionSteps.includes(step) ? 'chip' : 'chip faint'}>
              <input type="checkbox" checked={draft.receptionSteps.includes(step)} onChange={(event) => tick(step, event.target.checked)} /> {step}
            </label>
          ))}
        </div>
      )}
    </div>
  )
}
