import { createBoard } from '@daodi/contract/staff/roster/boards.ts'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { call } from '../shared/call.ts'
import { CopyButton } from '../shared/copy-button.tsx'
import { useMe } from '../shared/me.ts'
import { NumberInput } from '../shared/number-input.tsx'
import { ErrorState } from '../shared/states.tsx'
import { UnitPicker, useUnits } from '../shared/unit-picker.tsx'
import './board.css'

const DAYS = 180

/** Opens a board for a screen on the wall and shows its address, this once. */
export function NewBoard({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('roster')
  const me = useMe()
  const units = useUnits().data
  const [unitId, setUnitId] = useState<string | null>(me.unit.id)
  const [name, setName] = useState('')
  const [days, setDays] = useState(DAYS)
  const unitName = units?.find(({ id }) => id === unitId)?.name ?? ''
  const called = name.trim() === '' ? t('board.defaultName', { unit: unitName }).slice(0, 60) : name.trim()
  const create = useMutation({ mutationFn: () => call(createBoard, { params: { unitId: unitId ?? '' }, body: { name: called, days } }) })
  if (create.data) {
    const address = `${window.location.origin}${import.meta.env.BASE_URL}board/${unitId ?? ''}#${create.data.token}`
    return (
      <Modal open title={t('board.title')} closable={false} keyboard={false} footer={<Button type="primary" onClick={onClose}>{t('board.close')}</Button>}>
        <Alert type="warning" title={t('board.once')} />
        <p className="board-address"><code>{address}</code> <CopyButton text={address} /></p>
        <p><a href={address} target="_blank" rel="noreferrer">{t('board.openHere')}</a></p>
      </Modal>
    )
  }
  const ready = unitId !== null
  return (
    <Modal open title={t('board.create')} onCancel={onClose} okText={t('board.create')} okButtonProps={{ disabled: !ready, loading: create.isPending, htmlType: 'submit', form: 'new-board' }}>
      <form id="new-board" className="board-form" onSubmit={(event) => { event.preventDefault(); if (ready && !create.isPending) create.mutate() }}>
        <p className="muted">{t('board.text')} <Link to="/tokens">{t('board.tokens')}</Link></p>
        {create.isError && <ErrorState error={create.error} />}
        <label htmlFor="board-unit">{t('board.unit')}</label>
        <UnitPicker id="board-unit" value={unitId} onChange={setUnitId} label={t('board.unit')} required />
        <label htmlFor="board-name">{t('board.name')}</label>
        <Input id="board-name" maxLength={60} placeholder={t('board.defaultName', { unit: unitName })} value={name} onChange={(event) => setName(event.target.value)} />
        <label htmlFor="board-days">{t('board.days')}</label>
        <NumberInput id="board-days" min={1} max={730} precision={0} value={days} onChange={(value) => setDays(value ?? DAYS)} />
      </form>
    </Modal>
  )
}
