/** Sheets, flags and the look at the effect: buttons, panels, cards, the timeline's sentences. */
export const careZh = {
  name: { fillSheet: '填写记录单', completeStep: '完成环节', flagCase: '标记情形', unflagCase: '撤销情形', planEffectCheck: '安排成效回看', recordEffect: '记录成效', takeUpDuty: '接办', giveSolution: '给出解决方案' },
  leader: { heading: '责任领导和承办人', accountable: '责任领导', executing: '承办人', responded: '工作人员首次回应', due: '{{when}} 前给出解决方案', given: '解决方案', solution: '解决方案', intro: '来访人看得到。写明怎么解决、由谁办、什么时候办好。' },
  pair: '首问组合',
  step: '环节', stepDone: '{{name}} {{when}} 确认完成', stepOpen: '未完成', missing: '还缺：{{parts}}', nothingMissing: '各项已填，可以完成本环节',
  emptyPart: '未填', filledBy: '{{name}} {{when}}', onlyFor: '{{flag}}须填',
  visitWanted: '须有约定的访视，之后才能办结', visited: '已按约访视', visitOpen: '待访视',
  fill: { intro: '只提交填了内容的项目；环节完成之前可以重填，前后内容都留在台账中。' },
  complete: { intro: '各项齐全后由首问或承办人确认；完成后不再改动。' },
  flags: '情形', flag: { which: '什么情形', note: '说明（可不填）', tells: '标记后立即告知制度所列人员，并请其确认。', quiet: '只作标记，不另行告知。', reason: '撤销的原因' },
  told: '{{name}} {{at}} 告知', confirmed: '{{at}} 确认', unconfirmed: '尚未确认',
  takeUp: { intro: '接办后由您负责处置，同级其他人和承办人会得到告知；处置期限内不再向上一级上报，到期未了的继续上报。', which: '接办哪一项', duty: '{{owner}}应办的{{duty}}，期限 {{when}}', taken: '{{duty}}（已由 {{name}} 接办）', by: '{{name}} 接办' },
  effect: '成效回看', effectDue: '{{when}} 回看', effectAt: '何时回看', effectIntro: '办结后回头看一次是否真正解决；由首问责任人负责，到期提醒。', effectText: '看到的情况',
  result: { lasting: '持续有效', partly: '部分有效', failed: '没有解决' }, failedHint: '没有解决的，可在期限内重办。',
}

export const careFactsZh = {
  sheetFilled: '填写「{{step}}」：{{parts}}', stepCompleted: '确认「{{step}}」完成', flagged: '标记为{{flag}}', flaggedTold: '标记为{{flag}}，告知 {{people}}', unflagged: '撤销{{flag}}的标记',
  takenUp: '接办「{{kind}}」（第 {{rung}} 级），告知 {{people}}', takenUpAlone: '接办「{{kind}}」（第 {{rung}} 级）',
  leaderAsked: '报请责任领导 {{unit}} {{person}} 给出解决方案', solutionGiven: '给出解决方案',
  effectPlanned: '安排 {{when}} 成效回看', effectChecked: '成效回看：{{result}}',
}
