/**
 * @typedef {{ name: string, message: string }} Failure
 * @typedef {{ passed: number, failed: number, skipped: number, failures: Failure[] }} Tally
 * @typedef {{ status: string, fullName: string, failureMessages?: string[] | null }} ReportedTest
 * @typedef {{ name: string, status: string, message?: string, assertionResults: ReportedTest[] }} ReportedFile
 */

/**
 * Counts a run from Vitest's JSON report. Silence is never success: no report, no test, a file that did not load and
 * an error outside any test each count as one failure.
 * @param {string} project
 * @param {{ testResults: ReportedFile[] } | null} report
 * @param {number | null} exitCode
 * @returns {Tally}
 */
export function tally(project, report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: 0, failures: [{ name: project, message: 'the test run ended without a report' }] }
  const tests = report.testResults.flatMap((file) => file.assertionResults.map((result) => ({ file, result })))
  const passed = tests.filter(({ result }) => result.status === 'passed').length
  const failures = tests.filter(({ result }) => result.status === 'failed').map(({ file, result }) => ({
    name: `${file.name} > ${result.fullName}`, message: (result.failureMessages ?? []).join('\n'),
  }))
  const unloaded = report.testResults
    .filter((file) => file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed'))
    .map((file) => ({ name: file.name, message: file.message || 'the file failed outside any test' }))
  failures.push(...unloaded)
  if (passed === 0 && failures.length === 0) failures.push({ name: project, message: 'no test ran' })
  if (exitCode !== 0 && failures.length === 0) failures.push({ name: project, message: 'an error outside any test (see the output above)' })
  return { passed, failed: failures.length, skipped: tests.length - passed - (failures.length - unloaded.length), failures }
}
