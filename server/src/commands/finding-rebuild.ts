import { transaction } from '../database/transaction.ts'
import { learnFromCases } from '../finding/learn.ts'
import { forgetLearned, institutionsToLearn } from '../finding/store-learn.ts'
import type { Command, ExitCode } from './command.ts'
import { withServices } from './real-services.ts'

export const findingRebuild: Command = {
  words: 'finding rebuild', usage: '',
  zh: '把判断归口从办结件里学到的全部重学一遍',
  en: 'learns anew from all handled cases whose matter a question is',
  examples: ['finding rebuild'],
  takes: { least: 0, most: 0 },
  run: () => withServices(async (services): Promise<ExitCode> => {
    for (const institutionId of await institutionsToLearn(services.db)) await transaction(services.db, (trx) => forgetLearned(trx, institutionId))
    const learned = await learnFromCases(services)
    process.stdout.write(`已从 ${learned} 件办结件重学。\nLearned anew from ${learned} handled cases.\n`)
    return 0
  }),
}
