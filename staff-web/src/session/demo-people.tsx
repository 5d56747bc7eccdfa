import { listDemoPeople, signInAsDemo } from '@daodi/contract/staff/session/session.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import type { Me } from '../shared/me.ts'
import { ErrorState } from '../shared/states.tsx'

/** One card per role. Answered only by a server that keeps a demo, so asked only where it has said that it does. */
export function useDemoPeople({ enabled }: { enabled: boolean }) {
  return useQuery({
    enabled, queryKey: ['demo-people'], staleTime: Number.POSITIVE_INFINITY, retry: false,
    queryFn: async ({ signal }) => (await call(listDemoPeople, { signal })).people,
  })
}

export function DemoPeople({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const { t } = useTranslation('session')
  const people = useDemoPeople({ enabled: true })
  const enter = useMutation({
    mutationFn: (personId: string) => call(signInAsDemo, { body: { personId } }),
    onSuccess: (reply) => onSignedIn(reply.person),
  })
  const institutions = [...new Set(people.data?.map((person) => person.institutionName))]
  if (institutions.length === 0) return null
  return (
    <section className="demo-people" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('signIn.demoTitle')}</h2>
      <p className="muted">{t('signIn.demoText')}</p>
      {enter.isError && <ErrorState error={enter.error} />}
      {institutions.map((institution) => (
        <div key={institution}>
          <h3>{institution}</h3>
          <div className="demo-cards">
            {people.data?.filter((person) => person.institutionName === institution).map((person) => (
              <button key={person.id} type="button" className="card" disabled={enter.isPending} onClick={() => enter.mutate(person.id)}>
                <b>{person.name}</b>
                <span className="tag act"><RoleName role={person.role} /></span>
                <span className="muted clip">{person.unitName} · {person.post}</span>
              </button>
            ))}
          </div>
        </div>
      ))}
    </section>
  )
}

/** The roles of the product, and what some people of the demonstration are besides. */
function RoleName({ role }: { role: string }) {
  const { t } = useTranslation('shared')
  switch (role) {
    case 'receptionist': case 'head': case 'leader': case 'supervisor': case 'administrator': return t(`role.${role}`)
    case 'handler': case 'office': case 'guideNurse': case 'headNurse': return t(`demoRole.${role}`)
    default: return role
  }
}
