'use strict';

// These packages are ES modules only; jest runs CommonJS.
const ESM_PACKAGES = [
  'feelin',
  'lezer-feel',
  'temporal-[^/]+',
  '@bpmn-io/[^/]+',
  '@lezer/[^/]+',
  'luxon',
  'bpmn-moddle',
  'dmn-moddle',
  'moddle',
  'moddle-xml',
  'saxen',
  'min-dash',
  'croner',
  'quickjs-emscripten-core',
  '@jitl/[^/]+',
];

const base = {
  transform: { '\\.(ts|tsx|mjs|js)$': '<rootDir>/test/jest-transform.cjs' },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_PACKAGES.join('|')})/)`],
  moduleNameMapper: {
    '^@wuxin/test$': '<rootDir>/test/harness/index.ts',
    '^@wuxin/(plugin-[^/]+)$': '<rootDir>/plugins/$1/src/index.ts',
    '^@wuxin/(plugin-[^/]+)/client-v2$': '<rootDir>/plugins/$1/src/client-v2/index.tsx',
    '^@wuxin/([^/]+)$': '<rootDir>/packages/$1/src/index.ts',
    '^ses$': '<rootDir>/test/stubs/ses.cjs',
    '\\.(css|svg)$': '<rootDir>/test/stubs/asset.cjs',
  },
  modulePathIgnorePatterns: ['<rootDir>/plugins/[^/]+/dist', '<rootDir>/storage'],
};

// Tests of the repository itself: what the linter refuses, notices, manifests, locales.
const repository = {
  ...base,
  displayName: 'repository',
  testEnvironment: 'node',
  roots: ['<rootDir>/test/repository'],
  testMatch: ['**/*.test.ts'],
};

// Needs a browser and a running server, so only `npm run test:e2e` asks for it.
const e2e = {
  ...base,
  displayName: 'e2e',
  testEnvironment: 'node',
  roots: ['<rootDir>/test/e2e'],
  testMatch: ['**/*.test.ts'],
};

// No tests: what `npm run pictures` takes of the same server.
const pictures = { ...e2e, displayName: 'pictures', roots: ['<rootDir>/test/pictures'], testMatch: ['**/*.pictures.ts'] };

/** @type {import('jest').Config} */
module.exports = {
  testTimeout: 120000,
  maxWorkers: process.env.JEST_WORKERS || 2,
  ...(process.env.WUXIN_E2E_URL ? { testSequencer: '<rootDir>/test/e2e/sequence.cjs' } : {}),
  projects: process.env.WUXIN_E2E_URL
    ? [process.env.WUXIN_PICTURES ? pictures : e2e]
    : [
        repository,
        {
          ...base,
          displayName: 'packages',
          testEnvironment: 'node',
          roots: ['<rootDir>/packages'],
          testMatch: ['**/src/**/*.test.ts'],
        },
        {
          ...base,
          displayName: 'server',
          testEnvironment: '<rootDir>/test/shared-modules/environment.cjs',
          runtime: '<rootDir>/test/shared-modules/runtime.cjs',
          roots: ['<rootDir>/plugins', '<rootDir>/test'],
          globalSetup: '<rootDir>/test/global-setup.cjs',
          setupFiles: ['<rootDir>/test/env.cjs'],
          testMatch: [
            '<rootDir>/plugins/*/src/server/**/*.test.ts',
            '<rootDir>/plugins/*/src/common/**/*.test.ts',
            '<rootDir>/test/server/**/*.test.ts',
          ],
        },
        {
          ...base,
          displayName: 'client',
          testEnvironment: 'jsdom',
          roots: ['<rootDir>/plugins'],
          setupFiles: ['<rootDir>/test/jsdom-setup.cjs'],
          testMatch: ['<rootDir>/plugins/*/src/client-v2/**/*.test.{ts,tsx}'],
          moduleNameMapper: {
            ...base.moduleNameMapper,
            '^@nocobase/flow-engine$': '<rootDir>/test/stubs/flow-engine.tsx',
            '^@nocobase/client-v2$': '<rootDir>/test/stubs/client-v2.ts',
            '^@nocobase/plugin-file-manager/client-v2$': '<rootDir>/test/stubs/file-manager-client-v2.ts',
            '^@nocobase/plugin-workflow/client-v2$': '<rootDir>/test/stubs/workflow-client-v2.ts',
          },
        },
      ],
};
