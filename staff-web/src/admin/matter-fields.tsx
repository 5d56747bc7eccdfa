import { CATEGORIES } from '@daodi/contract/shared/codes.ts'
import { Checkbox, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import { NumberInput } from '../shared/number-input.tsx'
import { PersonPicker } from '../shared/person-picker.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { PROMISE_UNITS, type MatterFormDraft } from './matter-draft.ts'
import { MatterPapers } from './matter-papers.tsx'
import { PostPicker } from './post-picker.tsx'

interface FieldsProps { readonly draft: MatterFormDraft; readonly set: (changes: Partial<MatterFormDraft>) => void; readonly faults: Readonly<Record<string, string>> }
const FLAGS = ['onSpot', 'lenient', 'citationRequired', 'everyday'] as const
const SEPARATORS = [' ', '，', ',', '、']

/** Every field of a matter, from whose it is to what is answered. */
export function MatterFields(given: FieldsProps) {
  const { t } = useTranslation('admin')
  const { draft, set, faults } = given
  return (
    <>
      <Field id="matter-name" label={t('matter.name')} fault={faults['/name']}><Input id="matter-name" value={draft.name} maxLength={100} autoFocus onChange={(event) => set({ name: event.target.value })} /></Field>
      <OwnerFields {...given} />
      <div className="matter-flags" role="group" aria-label={t('matter.flags')}>
        {FLAGS.map((flag) => <Checkbox key={flag} checked={draft[flag]} onChange={(event) => set({ [flag]: event.target.checked })}>{flag === 'onSpot' ? t('matter.onSpot') : t(`matter.${flag}`)}</Checkbox>)}
      </div>
      <Words {...given} word="synonyms" max={40} />
      <Words {...given} word="keywords" max={100} />
      <LongText {...given} word="examples" max={12_000} hint={t('matter.examplesHint')} />
      <MatterPapers papers={draft.papers} onChange={(papers) => set({ papers })} />
      <LongText {...given} word="conditions" max={4000} hint={t('matter.conditionsHint')} />
      <LongText {...given} word="procedure" max={4000} />
      <div className="pair"><Line {...given} word="fee" max={200} /><Line {...given} word="feeBasis" max={300} /></div>
      <div className="pair"><StatutoryDays {...given} /><Promise {...given} /></div>
      <div className="pair"><Line {...given} word="room" max={40} /><Line {...given} word="phone" max={30} type="tel" /></div>
      <div className="pair"><Line {...given} word="validFrom" max={10} type="date" /><Line {...given} word="validUntil" max={10} type="date" /></div>
      <Line {...given} word="citation" max={300} />
      <LongText {...given} word="answer" max={4000} />
    </>
  )
}

function OwnerFields({ draft, set, faults }: FieldsProps) {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  return (
    <>
      <div className="pair">
        <Field id="matter-unit" label={t('matter.unit')} fault={faults['/unitId']}><UnitPicker id="matter-unit" value={draft.unitId} onChange={(unitId) => set({ unitId, post: null, person: null })} /></Field>
        <Field id="matter-post" label={t('matter.post')} fault={faults['/postId']}><PostPicker id="matter-post" value={draft.post} unitId={draft.unitId} onChange={(post) => set({ post })} /></Field>
      </div>
      <div className="pair">
        <Field id="matter-person" label={t('matter.person')} fault={faults['/personId']}><PersonPicker id="matter-person" value={draft.person} onChange={(person) => set({ person })} unitId={draft.unitId ?? undefined} label={t('matter.person')} /></Field>
        <Field id="matter-category" label={t('matter.category')}><Select id="matter-category" allowClear value={draft.category} onChange={(category: MatterFormDraft['category'] | undefined) => set({ category: category ?? null })} options={CATEGORIES.map((value) => ({ value, label: shared(`category.${value}`) }))} /></Field>
      </div>
    </>
  )
}

function Words({ draft, set, faults, word, max }: FieldsProps & { word: 'synonyms' | 'keywords'; max: number }) {
  const { t } = useTranslation('admin')
  return (
    <Field id={`matter-${word}`} label={t(`matter.${word}`)} hint={t(`matter.${word}Hint`)} fault={faultIn(faults, word)}>
      <Select<string[]> id={`matter-${word}`} mode="tags" open={false} suffixIcon={null} maxCount={max} value={[...draft[word]]} onChange={(words) => set({ [word]: words })} tokenSeparators={SEPARATORS} />
    </Field>
  )
}

function Line({ draft, set, faults, word, max, type = 'text' }: FieldsProps & { word: 'fee' | 'feeBasis' | 'room' | 'phone' | 'validFrom' | 'validUntil' | 'citation'; max: number; type?: 'text' | 'tel' | 'date' }) {
  const { t } = useTranslation('admin')
  return <Field id={`matter-${word}`} label={t(`matter.${word}`)} fault={faults[`/${word}`]}><Input id={`matter-${word}`} type={type} value={draft[word]} maxLength={max} onChange={(event) => set({ [word]: event.target.value })} /></Field>
}

function LongText({ draft, set, faults, word, max, hint }: FieldsProps & { word: 'examples' | 'conditions' | 'procedure' | 'answer'; max: number; hint?: string }) {
  const { t } = useTranslation('admin')
  return <Field id={`matter-${word}`} label={t(`matter.${word}`)} hint={hint} fault={faultIn(faults, word)}><Input.TextArea id={`matter-${word}`} value={draft[word]} maxLength={max} autoSize={{ minRows: 2, maxRows: 10 }} onChange={(event) => set({ [word]: event.target.value })} /></Field>
}

function StatutoryDays({ draft, set, faults }: FieldsProps) {
  const { t } = useTranslation('admin')
  return <Field id="matter-statutory-days" label={t('matter.statutoryDays')} fault={faults['/statutoryDays']}><NumberInput id="matter-statutory-days" min={0} max={3650} precision={0} value={draft.statutoryDays} onChange={(statutoryDays) => set({ statutoryDays })} style={{ width: '100%' }} /></Field>
}

/** How much, and counted in what: most answer within working days, a toll station or a ward within hours. */
function Promise({ draft, set, faults }: FieldsProps) {
  const { t } = useTranslation('admin')
  const fault = faults['/workingDays'] ?? faults['/promised'] ?? faults['/promised/amount']
  return (
    <Field id="matter-days" label={t('matter.promised')} fault={fault}>
      <span className="matter-promise">
        <NumberInput id="matter-days" min={draft.promiseUnit === 'workingDays' ? 0 : 1} max={draft.promiseUnit === 'workingDays' ? 365 : 8760} precision={0} value={draft.promise} onChange={(promise) => set({ promise })} />
        <Select aria-label={t('matter.promisedUnit')} value={draft.promiseUnit} popupMatchSelectWidth={false} options={PROMISE_UNITS.map((unit) => ({ value: unit, label: t(`policy.units.${unit}`) }))} onChange={(promiseUnit) => set({ promiseUnit })} />
      </span>
    </Field>
  )
}

/** A fault of the list, or of one of its entries. */
function faultIn(faults: Readonly<Record<string, string>>, word: string): string | undefined {
  return faults[`/${word}`] ?? Object.entries(faults).find(([pointer]) => pointer.startsWith(`/${word}/`))?.[1]
}
