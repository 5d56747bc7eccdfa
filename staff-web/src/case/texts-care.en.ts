import type { careFactsZh, careZh } from './texts-care.zh.ts'

type Same<Table> = { readonly [Key in keyof Table]: Table[Key] extends string ? string : Same<Table[Key]> }

export const careEn: Same<typeof careZh> = {
  name: { fillSheet: 'Fill in the sheet', completeStep: 'Complete a step', flagCase: 'Set a flag', unflagCase: 'Take a flag back', planEffectCheck: 'Plan a look at the effect', recordEffect: 'Record the effect', takeUpDuty: 'Take it up', giveSolution: 'Give a solution' },
  leader: { heading: 'Accountable leader and executing staff', accountable: 'Accountable leader', executing: 'Executing staff', responded: 'First response of staff', due: 'solution due {{when}}', given: 'Solution', solution: 'Solution', intro: 'The person reads it. Say how it is solved, by whom and when.' },
  pair: 'First contacts',
  step: 'Step', stepDone: 'Completed by {{name}}, {{when}}', stepOpen: 'Open', missing: 'Still missing: {{parts}}', nothingMissing: 'Everything is written down; the step can be completed',
  emptyPart: 'Not written', filledBy: '{{name}} {{when}}', onlyFor: 'needed for: {{flag}}',
  visitWanted: 'An agreed visit is needed before the case can be solved', visited: 'The visit took place', visitOpen: 'Visit still to come',
  fill: { intro: 'Only parts with text are sent; until the step is complete they can be written anew, and the ledger keeps both.' },
  complete: { intro: 'Confirmed by a first contact or the handler once everything is written down; nothing is changed afterwards.' },
  flags: 'Flags', flag: { which: 'Which flag', note: 'Note (optional)', tells: 'Those the regulation names are told at once and confirm it.', quiet: 'Only marks the case; nobody is told.', reason: 'Why it is taken back' },
  told: '{{name}} told {{at}}', confirmed: 'confirmed {{at}}', unconfirmed: 'not confirmed yet',
  takeUp: { intro: 'You answer for settling it; the others of the same rung and the handler are told. It climbs no further while your time runs, and goes on climbing after that.', which: 'Which duty', duty: '{{duty}}, owed by {{owner}} until {{when}}', taken: '{{duty}} (taken up by {{name}})', by: 'taken up by {{name}}' },
  effect: 'Look at the effect', effectDue: 'Due {{when}}', effectAt: 'When to look', effectIntro: 'A look, after the end, at whether it has really been solved; owed by the first contact.', effectText: 'What was found',
  result: { lasting: 'Has lasted', partly: 'Has lasted in part', failed: 'Not solved' }, failedHint: 'What was not solved can be reopened in time.',
}

export const careFactsEn: Same<typeof careFactsZh> = {
  sheetFilled: 'wrote down “{{step}}”: {{parts}}', stepCompleted: 'confirmed “{{step}}” complete', flagged: 'set the flag {{flag}}', flaggedTold: 'set the flag {{flag}} and told {{people}}', unflagged: 'took back the flag {{flag}}',
  takenUp: 'took up the late “{{kind}}” (rung {{rung}}); told {{people}}', takenUpAlone: 'took up the late “{{kind}}” (rung {{rung}})',
  leaderAsked: 'a solution is up to the accountable leader, {{unit}} {{person}}', solutionGiven: 'gave the solution',
  effectPlanned: 'planned a look at the effect for {{when}}', effectChecked: 'looked at the effect: {{result}}',
}
