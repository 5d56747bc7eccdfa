import { useEffect, useState } from 'preact/hooks'
import { ask } from '../shared/call.ts'
import { chosenInstitution } from '../shared/chosen-institution.ts'
import { usePageTitle } from '../shared/page-title.ts'
import { PhoneLink } from '../shared/phone-link.tsx'
import { useDates, usePortal } from '../shared/portal-context.ts'
import type { PublicDesk, PublicDesks } from '../shared/wire.ts'
import { hoursLines } from './hours.ts'

/** Where to go: each window with what it is for, where it is and when it is open. */
export function DesksPage() {
  const { texts, info } = usePortal()
  usePageTitle(texts.desks.title)
  const withDesks = info.institutions.filter((each) => each.desks)
  const chosen = chosenInstitution()
  const [institutionId, setInstitutionId] = useState(withDesks.find((each) => each.id === chosen)?.id ?? withDesks[0]?.id ?? '')
  const { rows, next, failed, load, restart } = useDesks(institutionId)
  return (
    <>
      <h1>{texts.desks.title}</h1>
      {withDesks.length > 1 && (
        <p class="desk-of"><label>{texts.desks.institution} <select value={institutionId} onChange={(event) => { restart(); setInstitutionId(event.currentTarget.value) }}>
          {withDesks.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
        </select></label></p>
      )}
      {institutionId === '' && <p class="notice">{texts.desks.none}</p>}
      {failed && <p class="notice wrong" role="alert">{texts.shell.offline} <button type="button" class="link" onClick={load}>{texts.shell.retry}</button></p>}
      {rows === null && !failed && institutionId !== '' && <p class="opening" role="status">{texts.shell.loading}</p>}
      {rows && rows.length > 0 && <ul class="desks">{rows.map((desk) => <DeskCard key={desk.id} desk={desk} />)}</ul>}
      {next && !failed && <p><button type="button" class="plain" onClick={load}>{texts.desks.more}</button></p>}
    </>
  )
}

function DeskCard({ desk }: { desk: PublicDesk }) {
  const { texts } = usePortal()
  const { due } = useDates()
  return (
    <li>
      <h2>{desk.name} {desk.openNow ? <span class="tag open">{texts.desks.open}</span> : <span class="tag">{texts.desks.closed}</span>}</h2>
      <p class="why">{[desk.unitName, desk.room].filter(Boolean).join(' · ')}</p>
      {desk.scope && <p class="desk-scope">{desk.scope}</p>}
      <dl>
        <div><dt>{texts.desks.hours}</dt><dd>{hoursLines(desk.hours, texts.desks).map((words) => <span key={words} class="desk-hours">{words}</span>)}
          {!desk.openNow && desk.opensAt && <span class="why">{texts.desks.opens} <time dateTime={desk.opensAt}>{due(desk.opensAt)}</time></span>}</dd></div>
        {desk.phone && <div><dt>{texts.desks.phone}</dt><dd><PhoneLink number={desk.phone} /></dd></div>}
      </dl>
    </li>
  )
}

interface Shown { of: string; rows: PublicDesk[]; next: string | null }

/** The desks of an institution, page by page; `load` brings the next, or what failed once more. */
function useDesks(institutionId: string) {
  const [shown, setShown] = useState<Shown | null>(null)
  const [wanted, setWanted] = useState({ after: '', times: 0 })
  const [failed, setFailed] = useState(false)
  const mine = shown?.of === institutionId ? shown : null
  useEffect(() => {
    if (institutionId === '') return
    setFailed(false)
    void ask<PublicDesks>(`/api/public/desks?institutionId=${institutionId}${wanted.after === '' ? '' : `&after=${encodeURIComponent(wanted.after)}`}`).then((answer) => {
      if (answer.kind !== 'done') { setFailed(true); return }
      const { rows, next } = answer.value
      setShown((before) => ({ of: institutionId, rows: [...(wanted.after !== '' && before?.of === institutionId ? before.rows : []), ...rows], next }))
    })
  }, [institutionId, wanted])
  return { rows: mine?.rows ?? null, next: mine?.next ?? null, failed, load: () => setWanted((before) => ({ after: mine?.next ?? '', times: before.times + 1 })), restart: () => setWanted({ after: '', times: 0 }) }
}
