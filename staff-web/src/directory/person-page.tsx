import { getMyDuties, getPerson, type PersonDetail } from '@daodi/contract/staff/directory/phone-book.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { usePromiseWords } from '../shared/limit-words.ts'
import './directory.css'

type Detail = z.output<typeof PersonDetail>

/** Somebody's posts, duties, authority and limits, and how they are reached. */
export function PersonPage() {
  const { personId = '' } = useParams()
  const person = useQuery({ queryKey: ['directory', 'person', personId], queryFn: ({ signal }) => call(getPerson, { params: { personId }, signal }) })
  return <Shown person={person} title={null} />
}

/** The same of oneself. */
export function MyDutiesPage() {
  const { t } = useTranslation('directory')
  const person = useQuery({ queryKey: ['directory', 'person', 'me'], queryFn: ({ signal }) => call(getMyDuties, { signal }) })
  return <Shown person={person} title={t('person.mine')} />
}

function Shown({ person, title }: { person: { isPending: boolean; error: Error | null; data: Detail | undefined; refetch: () => unknown }; title: string | null }) {
  const { t } = useTranslation('directory')
  return (
    <PageFrame title={title ?? person.data?.name ?? t('title')} aside={person.data && <span className="muted">{[title === null ? null : person.data.name, person.data.title, person.data.unitName].filter(Boolean).join(' · ')}{person.data.left && <span className="tag">{t('person.left')}</span>}</span>}>
      {person.error !== null && <ErrorState error={person.error} onRetry={() => void person.refetch()} />}
      {person.isPending && <div className="card"><LoadingState rows={8} /></div>}
      {person.data && <div className="person-cards"><div className="card"><Duties person={person.data} /></div><div className="card"><Contact person={person.data} /></div></div>}
    </PageFrame>
  )
}

function Duties({ person }: { person: Detail }) {
  const { t } = useTranslation('directory')
  const own = person.matters.filter((matter) => matter.own)
  const others = person.matters.filter((matter) => !matter.own)
  return (
    <>
      <section>
        <h2>{t('person.posts')}</h2>
        {person.posts.length === 0 && <EmptyState title={t('person.noPosts')} />}
        {person.posts.map((post) => (
          <div key={post.id}>
            <h3>{post.name} <span className="muted">{post.unitName}</span></h3>
            <DutyList duties={post.duties ?? t('person.noDuties')} authority={post.authority} limits={post.limits} />
          </div>
        ))}
      </section>
      {person.unitDuties.length > 0 && (
        <section>
          <h2>{t('person.unitDuties')}</h2>
          {person.unitDuties.map((unit) => <div key={unit.unitId}><h3>{unit.unitName}</h3><DutyList duties={unit.duties} authority={unit.authority} limits={null} /></div>)}
        </section>
      )}
      <section>
        <h2>{t('person.matters')}</h2>
        {own.length === 0 ? <p className="muted">{t('person.noMatters')}</p> : <MatterList matters={own} />}
        {others.length > 0 && <><h3>{t('person.unitMatters')}</h3><MatterList matters={others} /></>}
      </section>
    </>
  )
}

function DutyList({ duties, authority, limits }: { duties: string | null; authority: string | null; limits: string | null }) {
  const { t } = useTranslation('directory')
  return (
    <dl>
      {duties !== null && <><dt>{t('person.duties')}</dt><dd>{duties}</dd></>}
      {authority !== null && <><dt>{t('person.authority')}</dt><dd>{authority}</dd></>}
      {limits !== null && <><dt>{t('person.limits')}</dt><dd>{limits}</dd></>}
    </dl>
  )
}

function MatterList({ matters }: { matters: Detail['matters'] }) {
  const { t } = useTranslation('directory')
  const promise = usePromiseWords()
  return (
    <ul>
      {matters.map((matter) => <li key={matter.id}>{matter.name} {matter.onSpot ? <span className="tag ok">{t('person.onSpot')}</span> : <span className="muted">{promise(matter)}</span>}</li>)}
    </ul>
  )
}

function Contact({ person }: { person: Detail }) {
  const { t } = useTranslation('directory')
  const shared = useTranslation('shared').t
  const comma = shared('listComma')
  return (
    <>
      <section>
        <h2>{t('person.contact')}</h2>
        <dl>
          <dt>{t('person.unit')}</dt><dd><Link to={`/directory?${new URLSearchParams({ q: person.unitName }).toString()}`}>{person.unitName}</Link></dd>
          <dt>{t('person.phone')}</dt><dd className="num">{person.phones.length === 0 ? t('book.noPhone') : person.phones.map((phone) => <div key={phone}><a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a></div>)}</dd>
          {person.rooms.length > 0 && <><dt>{t('person.room')}</dt><dd>{person.rooms.join(comma)}</dd></>}
          {person.languages.length > 0 && <><dt>{t('person.languages')}</dt><dd>{person.languages.join(comma)}</dd></>}
          {person.qualifications.length > 0 && <><dt>{t('person.qualifications')}</dt><dd>{person.qualifications.join(comma)}</dd></>}
          <dt>{t('person.employment')}</dt><dd>{t(`person.employments.${person.employment}`)}</dd>
        </dl>
      </section>
      {person.unitRoles.length + person.roles.length + person.desks.length + person.groups.length > 0 && (
        <section>
          <dl>
            {person.unitRoles.length > 0 && <><dt>{t('person.unitRoles')}</dt><dd>{person.unitRoles.map((held) => t('person.of', { unit: held.unitName, what: t(`unitRole.${held.role as 'head'}`, { defaultValue: held.role }) })).join('\n')}</dd></>}
            {person.roles.length > 0 && <><dt>{t('person.roles')}</dt><dd>{person.roles.map((grant) => t('person.of', { unit: grant.unitName, what: shared(`role.${grant.role}`) })).join('\n')}</dd></>}
            {person.desks.length > 0 && <><dt>{t('person.desks')}</dt><dd>{person.desks.map((desk) => t('person.of', { unit: desk.unitName, what: desk.name })).join('\n')}</dd></>}
            {person.groups.length > 0 && <><dt>{t('person.groups')}</dt><dd>{person.groups.map((group) => t('person.of', { unit: group.name, what: t(`person.parts.${group.part}`) })).join('\n')}</dd></>}
          </dl>
        </section>
      )}
    </>
  )
}
