import type { getReadiness } from '@daodi/contract/staff/setup/readiness.ts'
import { postName } from '@daodi/contract/shared/post-names.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { z } from 'zod'
import { useReadiness } from '../shared/use-readiness.ts'
import { ErrorState, LoadingState } from '../shared/states.tsx'

type Point = z.output<typeof getReadiness.reply>['points'][number]

/** Where each point is seen to; what only the operator of the machine can do leads nowhere. */
const PLACES: Partial<Record<Point['point'], string>> = {
  units: '/admin/units', people: '/admin', policy: '/admin/policy', soleHolder: '/admin/units', rulers: '/admin/units', vacantRoles: '/admin/units', heads: '/directory/gaps', postHolders: '/directory/gaps',
  matters: '/admin/matters', calendar: '/admin/calendar', desks: '/directory/desks', supervisionLine: '/admin/policy?view=edit', mail: '/admin/mail',
}
const TONES = { done: 'ok', missing: 'late', optional: '', check: 'soon' } as const
const STATES = ['missing', 'check', 'optional', 'done'] as const
const ROLES: ReadonlySet<Point['point']> = new Set(['rulers', 'vacantRoles'])

/** What is still missing before people rely on the installation, each point with where it is done; what is done comes last. */
export function Readiness() {
  const { t } = useTranslation('admin')
  const query = useReadiness(true)
  if (query.isPending) return <LoadingState rows={8} />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const { points, missing } = query.data
  const inOrder = STATES.flatMap((wanted) => points.filter(({ state }) => state === wanted))
  return (
    <section className="card admin-pad" aria-labelledby="ready-title">
      <h2 id="ready-title">{t('ready.title')}</h2>
      <p className="muted" role="status">{missing === 0 ? t('ready.nothing') : t('ready.missing', { count: missing })}{t('sentenceGap')}{t('ready.lead')} <Link to="/directory/workbook">{t('ready.workbook')}</Link></p>
      <ul className="ready-list">{inOrder.map((point) => <PointLine key={point.point} point={point} />)}</ul>
    </section>
  )
}

function PointLine({ point: { point, state, count, names } }: { point: Point }) {
  const { t, i18n } = useTranslation('admin')
  const language = i18n.language.startsWith('en') ? 'en' : 'zh'
  const place = PLACES[point]
  const said = names.map((name) => (ROLES.has(point) ? postName(name, language) : name)).join(t('ready.comma'))
  return (
    <li>
      <span className={`tag ${TONES[state]}`}>{t(`ready.states.${state}`)}</span>
      <b>{t(`ready.points.${point}.name`)}</b>
      <span className="muted ready-text">{state === 'done' ? t(`ready.points.${point}.done`, { count }) : t(`ready.points.${point}.open`, { count, names: said })}</span>
      {place !== undefined && <Link to={place}>{state === 'done' ? t('ready.look') : t('ready.go')}</Link>}
    </li>
  )
}
