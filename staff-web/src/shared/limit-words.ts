import { useTranslation } from 'react-i18next'

type Unit = 'workingDays' | 'naturalDays' | 'workingHours' | 'naturalHours' | 'workingMinutes' | 'naturalMinutes'
interface Promises { readonly workingDays: number | null; readonly promised: { readonly amount: number; readonly unit: Unit } | null }

/** A limit as it is spoken: 24 小时, 3 个工作日. */
export function useLimitWords(): (limit: { readonly amount: number; readonly unit: Unit }) => string {
  const { t } = useTranslation('shared')
  return ({ amount, unit }) => t(`limit.${unit}`, { count: amount })
}

/** What the directory promises for a matter, in whatever it is counted; null where it promises nothing. */
export function usePromiseWords(): (matter: Promises) => string | null {
  const say = useLimitWords()
  return ({ workingDays, promised }) => promised ? say(promised) : workingDays !== null && workingDays > 0 ? say({ amount: workingDays, unit: 'workingDays' }) : null
}
