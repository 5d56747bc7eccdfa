import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

interface Person { readonly personId: string; readonly personName: string }

/** More people than this are not listed until somebody asks for them. */
const SHOWN = 12

/** The people of a post or a group, each with a way to their page. */
export function PeopleLinks<One extends Person>({ people, renderBeside }: { people: readonly One[]; renderBeside?: (one: One) => ReactNode }) {
  const { t } = useTranslation('directory')
  const [all, setAll] = useState(false)
  const shown = all ? people : people.slice(0, SHOWN)
  return (
    <>
      {shown.map((one) => <span key={one.personId} className="people-link"><Link to={`/people/${one.personId}`}>{one.personName}</Link>{renderBeside?.(one)}</span>)}
      {people.length > shown.length && <Button type="link" size="small" onClick={() => setAll(true)}>{t('edit.morePeople', { count: people.length - shown.length })}</Button>}
    </>
  )
}
