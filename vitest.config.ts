import { defineConfig } from 'vitest/config'

const jsx = { oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } } }
const patience = { testTimeout: 120_000, hookTimeout: 120_000 }

export default defineConfig({
  ...jsx,
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...jsx,
        test: {
          ...patience,
          name: 'main',
          // A quarter of the time is saved where a worker loads the program once; every test makes its own world.
          isolate: false,
          include: ['{src,sandbox,simulate,bench,scripts,test}/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', 'test/launcher/**'],
          globalSetup: ['test/support/database-host.ts'],
        },
      },
      {
        // Only `npm run prove:faults` names it: the long proofs, each with its control.
        ...jsx,
        test: {
          testTimeout: 1_800_000, hookTimeout: 120_000,
          name: 'prove',
          include: ['test/{prove,office}/**/*.prove.ts'],
          fileParallelism: false,
          globalSetup: ['test/support/database-host.ts'],
        },
      },
      {
        ...jsx,
        test: { ...patience, name: 'launcher', include: ['test/launcher/**/*.test.ts'], testTimeout: 120_000, fileParallelism: false },
      },
      {
        ...jsx,
        test: {
          ...patience,
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          testTimeout: 180_000,
          fileParallelism: false,
          globalSetup: ['test/browser/support/system-host.ts', 'test/support/database-host.ts'],
        },
      },
    ],
  },
})
