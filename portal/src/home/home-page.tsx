import { usePageTitle } from '../shared/page-title.ts'
import { PhoneLink } from '../shared/phone-link.tsx'
import { usePortal } from '../shared/portal-context.ts'
import type { Institution } from '../shared/wire.ts'
import type { Texts } from '../texts.zh.ts'

export function HomePage() {
  const { texts, info } = usePortal()
  usePageTitle(texts.product)
  if (info.setupNeeded) {
    return <><h1>{texts.home.setupTitle}</h1><p>{texts.home.setupLead}</p><p><a class="main" href="/staff/setup">{texts.home.setupLink}</a></p></>
  }
  return (
    <>
      <h1 class="welcome">{texts.home.title}</h1>
      <p class="lead">{texts.home.lead}</p>
      <div class="doors">
        {info.institutions.length > 0
          ? <a class="door first" href="/ask"><b>{texts.home.ask}</b><span>{texts.home.askNote}</span></a>
          : <p class="notice">{texts.home.nobody}</p>}
        <a class="door" href="/track"><b>{texts.home.track}</b><span>{texts.home.trackNote}</span></a>
        {info.institutions.some((each) => each.desks) && <a class="door wide" href="/desks"><b>{texts.home.desks}</b><span>{texts.home.desksNote}</span></a>}
      </div>
      <Phones texts={texts} institutions={info.institutions.filter((each) => each.phone ?? each.supervisionLine)} />
    </>
  )
}

function Phones({ texts, institutions }: { texts: Texts; institutions: Institution[] }) {
  if (institutions.length === 0) return null
  return (
    <section class="phones" aria-labelledby="phones">
      <h2 id="phones">{texts.home.phones}</h2>
      <ul>{institutions.map((each) => (
        <li key={each.id}>
          <b>{each.name}</b>
          {each.phone && <span>{texts.home.phone} <PhoneLink number={each.phone} /></span>}
          {each.supervisionLine && <span>{texts.home.supervision} <PhoneLink number={each.supervisionLine} /></span>}
        </li>
      ))}</ul>
    </section>
  )
}
