import { expect, test } from 'vitest'
import { tally } from './vitest-report.mjs'

const file = (status: string, ...results: string[]) => ({
  name: '/x/a.test.ts', status, message: status === 'failed' ? 'cannot load' : '',
  assertionResults: results.map((result, index) => ({ status: result, fullName: `case ${index}`, failureMessages: result === 'failed' ? ['boom'] : [] })),
})

test('passed and failed tests are counted, skipped ones apart', () => {
  const counted = tally('domain', { testResults: [file('failed', 'passed', 'failed', 'skipped', 'passed')] }, 1)
  expect(counted).toEqual({ passed: 2, failed: 1, skipped: 1, failures: [{ name: '/x/a.test.ts > case 1', message: 'boom' }] })
})

test.each([
  ['no report', null, 1, 'the test run ended without a report'],
  ['no test at all', { testResults: [] }, 0, 'no test ran'],
  ['only skipped tests', { testResults: [file('passed', 'skipped')] }, 0, 'no test ran'],
  ['a file that did not load', { testResults: [file('passed', 'passed'), file('failed')] }, 1, 'cannot load'],
  ['an error outside any test', { testResults: [file('passed', 'passed')] }, 1, 'an error outside any test (see the output above)'],
])('%s is a failure', (_what, report, exitCode, message) => {
  const counted = tally('domain', report, exitCode)
  expect(counted.failed).toBe(1)
  expect(counted.failures[0]?.message).toBe(message)
})
