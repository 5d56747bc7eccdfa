import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest files at the end would leave one of two cores idle for minutes; by their size they would come last. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const long = (file: TestSpecification): boolean => file.moduleId.includes('/pages-in-')
    const sorted = await super.sort(files)
    return [...sorted.filter(long), ...sorted.filter((file) => !long(file))]
  }
}

// Two cores are the machine we promise to fit: two files at a time. Files of a worker share what they import (no
// isolation): loading the server anew for each file took longer than most of their tests. What a file changes in a
// module or in the process it therefore puts back.
export default defineConfig({
  test: {
    reporters: ['default'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'domain',
          sequence: { groupOrder: 1 },
          include: ['domain/src/**/*.test.ts', 'contract/src/**/*.test.ts', 'portal/src/**/*.test.ts'],
          maxWorkers: 2,
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'server',
          sequence: { groupOrder: 2 },
          include: ['server/src/**/*.test.ts'],
          exclude: ['server/src/**/*.db.test.ts'],
          maxWorkers: 2,
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'webs',
          sequence: { groupOrder: 3 },
          include: ['staff-web/src/**/*.test.ts'],
          maxWorkers: 2,
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'database',
          sequence: { groupOrder: 4 },
          include: ['server/src/**/*.db.test.ts'],
          globalSetup: ['server/src/database/testing-setup.ts'],
          maxWorkers: 2,
          isolate: false,
          // Files share one server and its transaction horizon; what fails on a busy machine is tried once more.
          retry: 1,
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'tools',
          sequence: { groupOrder: 5 },
          include: ['tools/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          sequence: { groupOrder: 6 },
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/testing-setup.ts'],
          maxWorkers: 2,
          isolate: false,
          retry: 1,
          expect: { poll: { timeout: 40_000 } },
          testTimeout: 400_000,
          hookTimeout: 400_000,
        },
      },
    ],
  },
})
