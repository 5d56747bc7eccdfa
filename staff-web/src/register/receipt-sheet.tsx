import type { CaseView } from '@daodi/contract/staff/cases/views.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { useFormat } from '../shared/format.ts'
import { useMe } from '../shared/me.ts'
import { QrCode } from '../shared/qr-code.tsx'

type Found = z.output<typeof CaseView>

/** 首问回执单, with the columns the paper form has (norms: form 3.2); legible in black and white. */
export function ReceiptSheet({ found, code }: { found: Found; code: string | null }) {
  const { t } = useTranslation('register')
  const { t: shared } = useTranslation('shared')
  const { formatDay, formatDueInstant } = useFormat()
  const me = useMe()
  const papers = papersOf(found)
  const due = found.promise ?? (found.dueAt ? { dueAt: found.dueAt, estimated: found.dueEstimated } : null)
  const address = `${window.location.origin}/t/${found.number}`
  const unit = found.referral?.toUnitName ?? found.handler.unitName
  return (
    <article className="receipt">
      <header>
        <p>{me.institution.name}</p>
        <h2>{t('receipt.title')}</h2>
      </header>
      <table>
        <tbody>
          <Row name={t('receipt.number')}><b className="receipt-number">{found.number}</b></Row>
          <Row name={t('receipt.requester')}>{found.requester?.name ?? t('receipt.anonymous')}{found.requester?.phone ? `　${found.requester.phone}` : ''}</Row>
          <Row name={t('receipt.subject')}>{found.subject}</Row>
          {found.matter && <Row name={t('receipt.matter')}>{found.matter.name}</Row>}
          <Row name={t('receipt.papers')}>{papers.given.length === 0 ? t('receipt.papersNone') : papers.given.join(shared('listComma'))}</Row>
          {papers.missing.length > 0 && <Row name={t('receipt.papersMissing')}>{papers.missing.join(shared('listComma'))}</Row>}
          <Row name={t('receipt.firstContact')}>{[`${found.firstContact.personName}（${found.firstContact.unitName}）`, found.firstContact.phone, found.firstContact.room].filter(Boolean).join('　')}</Row>
          <Row name={t('receipt.unit')}>{unit}</Row>
          <Row name={t('receipt.due')}>{due ? formatDueInstant(due.dueAt, due.estimated) : t('receipt.dueNone')}</Row>
          {me.settings.supervisionLine && <Row name={t('receipt.supervision')}>{me.settings.supervisionLine}</Row>}
        </tbody>
      </table>
      <footer>
        {code
          ? (
            <div className="receipt-track">
              <QrCode text={`${address}#${code}`} label={t('receipt.scan')} />
              <p>{t('receipt.scan')}<br />{t('receipt.code')} <b className="receipt-code">{code}</b><br /><span className="receipt-address">{address}</span></p>
            </div>
          )
          : <p className="receipt-track">{t('receipt.noCode')}<br /><span className="receipt-address">{address}</span></p>}
        <p className="receipt-seal">{t('receipt.seal')}<br />{t('receipt.date')} {formatDay(found.registeredAt)}</p>
      </footer>
      <p className="receipt-keep">{t('receipt.keep')}</p>
    </article>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return <tr><th scope="row">{name}</th><td>{children}</td></tr>
}

/** What was handed in (ticked in a notice, or taken in custody) and what is still missing. */
function papersOf(found: Found): { given: string[]; missing: string[] } {
  const noticed = found.notices.flatMap((notice) => notice.papers)
  const held = found.custody.filter((custody) => custody.returnedAt === null).flatMap((custody) => custody.papers)
  const given = [...new Set([...noticed.filter((paper) => paper.given).map((paper) => paper.name), ...held])]
  return { given, missing: [...new Set(noticed.map((paper) => paper.name))].filter((name) => !given.includes(name)) }
}
