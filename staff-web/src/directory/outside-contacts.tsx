import { createOutsideContact, listOutsideContacts, type OutsideContactView, updateOutsideContact } from '@daodi/contract/staff/directory/outside-contacts.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { cleanLine, cleanText } from '../shared/clean-text.ts'
import { Line, Prose, Words } from './fields.tsx'
import { Listed } from './listed.tsx'
import { RecordDialog } from './record-dialog.tsx'

type Contact = z.output<typeof OutsideContactView>

/** Other organisations, for what is not ours. */
export function OutsideContacts() {
  const { t } = useTranslation('directory')
  return (
    <Listed<Contact>
      name="outside" load={(query, signal) => call(listOutsideContacts, { query, signal })} createText={t('outside.create')} emptyTitle={t('outside.empty')} emptyText={t('outside.emptyText')}
      renderForm={(contact, onClose) => <ContactForm key={contact?.id ?? 'new'} contact={contact} onClose={onClose} />}
      renderRow={(contact, change) => (
        <>
          <div>
            <span className="book-name"><b>{contact.name}</b>{contact.phone !== null && <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>}</span>
            {contact.scope !== null && <p>{contact.scope}</p>}
            <span className="muted">{[contact.address, contact.hours].filter(Boolean).join(' · ')}</span>
            {contact.keywords.length > 0 && <span>{contact.keywords.map((word) => <span key={word} className="tag" style={{ marginInlineEnd: 6 }}>{word}</span>)}</span>}
          </div>
          {change}
        </>
      )}
    />
  )
}

interface Draft { readonly name: string; readonly scope: string; readonly keywords: readonly string[]; readonly phone: string; readonly address: string; readonly hours: string }

function draftOf(contact: Contact | null): Draft {
  return { name: contact?.name ?? '', scope: contact?.scope ?? '', keywords: contact?.keywords ?? [], phone: contact?.phone ?? '', address: contact?.address ?? '', hours: contact?.hours ?? '' }
}

function bodyOf(draft: Draft) {
  return {
    name: cleanLine(draft.name) ?? '', scope: cleanText(draft.scope) ?? null, keywords: [...draft.keywords], phone: cleanLine(draft.phone) ?? null, address: cleanLine(draft.address) ?? null, hours: cleanLine(draft.hours) ?? null,
  }
}

function ContactForm({ contact, onClose }: { contact: Contact | null; onClose: () => void }) {
  const { t } = useTranslation('directory')
  const [draft, setDraft] = useState(() => draftOf(contact))
  const set = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes })
  return (
    <RecordDialog
      title={contact === null ? t('outside.create') : contact.name} name={contact?.name ?? null} ready={draft.name.trim() !== ''} onClose={onClose}
      save={() => (contact === null ? call(createOutsideContact, { body: bodyOf(draft) }) : call(updateOutsideContact, { params: { contactId: contact.id }, body: bodyOf(draft) }))}
      remove={() => call(updateOutsideContact, { params: { contactId: contact?.id ?? '' }, body: { removed: true } })}
    >
      {(faults) => (
        <>
          <Line id="contact-name" label={t('edit.name')} value={draft.name} max={80} fault={faults['/name']} autoFocus onChange={(name) => set({ name })} />
          <Prose id="contact-scope" label={t('outside.scope')} value={draft.scope} max={1000} fault={faults['/scope']} onChange={(scope) => set({ scope })} />
          <Words id="contact-keywords" label={t('outside.keywords')} hint={t('outside.keywordsHint')} value={draft.keywords} onChange={(keywords) => set({ keywords })} fault={faults['/keywords']} />
          <div className="pair">
            <Line id="contact-phone" label={t('outside.phone')} value={draft.phone} max={30} fault={faults['/phone']} onChange={(phone) => set({ phone })} />
            <Line id="contact-hours" label={t('outside.hours')} value={draft.hours} max={120} fault={faults['/hours']} onChange={(hours) => set({ hours })} />
          </div>
          <Line id="contact-address" label={t('outside.address')} value={draft.address} max={120} fault={faults['/address']} onChange={(address) => set({ address })} />
        </>
      )}
    </RecordDialog>
  )
}
