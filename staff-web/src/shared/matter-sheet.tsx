import type { MatterView } from '@daodi/contract/staff/matters/matter-view.ts'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import './admin.css'
import { usePromiseWords } from './limit-words.ts'

type Matter = z.output<typeof MatterView>
type Field = 'unitId' | 'postId' | 'personId' | 'category' | 'promised' | 'statutoryDays' | 'room' | 'phone' | 'validFrom' | 'validUntil' | 'flags' | 'conditions' | 'procedure' | 'fee' | 'feeBasis'
  | 'citation' | 'answer' | 'synonyms' | 'keywords' | 'examples'
type Line = readonly [field: Field, value: string | null]

/** Everything that the directory says of a matter, in the edition it was asked of; what it does not say is left out. */
export function MatterSheet({ matter }: { matter: Matter }) {
  const { t } = useTranslation('admin')
  return (
    <dl className="edition-fields">
      {useLines(matter).map(([field, value]) => value !== null && value !== '' && <div key={field}><dt>{t(`matter.${field}`)}</dt><dd>{value}</dd></div>)}
      {matter.papers.length > 0 && <div><dt>{t('matter.papers')}</dt><dd><Papers papers={matter.papers} /></dd></div>}
    </dl>
  )
}

function Papers({ papers }: { papers: Matter['papers'] }) {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  return (
    <ul className="matter-papers-read">
      {papers.map((paper) => (
        <li key={paper.name}>
          {paper.name} <span className="muted">{[`×${paper.copies}`, shared(`paperForm.${paper.form}`), ...(['note', 'sample', 'source'] as const).flatMap((word) => (paper[word] ? [`${t(`matter.paperWords.${word}`)}：${paper[word]}`] : []))].join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}

function useLines(matter: Matter): Line[] {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const promise = usePromiseWords()
  const several = (words: readonly string[]): string => words.join(shared('listComma'))
  const days = (count: number | null): string | null => (count === null ? null : String(count))
  const flags = (['onSpot', 'lenient', 'citationRequired', 'everyday'] as const).filter((flag) => matter[flag]).map((flag) => t(`matter.${flag}`))
  return [
    ['unitId', matter.unitName], ['postId', matter.postName], ['personId', matter.personName], ['category', matter.category === null ? null : shared(`category.${matter.category}`)],
    ['promised', promise(matter)], ['statutoryDays', days(matter.statutoryDays)], ['room', matter.room], ['phone', matter.phone], ['validFrom', matter.validFrom],
    ['validUntil', matter.validUntil], ['flags', several(flags)], ['conditions', matter.conditions], ['procedure', matter.procedure], ['fee', matter.fee], ['feeBasis', matter.feeBasis],
    ['citation', matter.citation], ['answer', matter.answer], ['synonyms', several(matter.synonyms)], ['keywords', several(matter.keywords)], ['examples', matter.examples.join('\n')],
  ]
}
