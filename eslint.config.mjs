// The rules of this repository. What a machine can check stands here and not in CONTRIBUTING.md.
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import importDirections from './scripts/lint/import-directions.cjs';

const TYPESCRIPT = ['packages/*/src/**/*.ts', 'plugins/*/src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'];
const TESTS = ['**/*.test.{ts,tsx}', '**/__tests__/**', '**/__fixtures__/**', 'test/**'];
const COMMAND_LINES = ['packages/*/src/cli/**', 'packages/*/src/host/**', 'packages/*/src/testing/**'];

const strictness = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  // A default branch would hide the kind that somebody adds next year; where it is meant, the union is narrowed first.
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  // An interface may ask for a promise where one implementation has nothing to wait for.
  '@typescript-eslint/require-await': 'off',
  'eqeqeq': ['error', 'always', { null: 'ignore' }],
  'max-lines': ['error', { max: 400, skipBlankLines: true }],
  'no-console': 'error',
  'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'Enumerations are unions of strings.' }],
  'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
  'import-x/no-self-import': 'error',
};

/** Packages get time, ids and chance from their caller, so that the same input always gives the same output. */
const noClockOfTheirOwn = {
  'no-restricted-properties': [
    'error',
    ...[
      ['Date', 'now'],
      ['Math', 'random'],
      ['performance', 'now'],
      ['crypto', 'randomUUID'],
    ].map(([object, property]) => ({
      object,
      property,
      message: 'Pass it in: packages have no clock and no chance of their own.',
    })),
  ],
  'no-restricted-globals': [
    'error',
    ...['setTimeout', 'setInterval', 'setImmediate', 'process', 'require', 'window', 'document', 'fetch'].map((name) => ({
      name,
      message: 'Packages are pure: no timers, no host.',
    })),
  ],
  'no-restricted-syntax': [
    ...strictness['no-restricted-syntax'],
    { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Pass the time in.' },
    { selector: 'CallExpression[callee.name="Date"]', message: 'Pass the time in.' },
  ],
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/dist.next/**',
      'storage/**',
      'coverage/**',
      'test/e2e/output/**',
      'plugins/*/src/client/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: ['./tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX, 'wuxin': { rules: { 'import-directions': importDirections } } },
    settings: {
      'import-x/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.json'] } },
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: { ...strictness, 'wuxin/import-directions': 'error' },
  },
  { files: ['packages/*/src/**/*.ts'], ignores: [...TESTS, ...COMMAND_LINES], rules: noClockOfTheirOwn },
  { files: [...COMMAND_LINES, 'test/bench/**', 'test/crash/**'], rules: { 'no-console': 'off' } },
  {
    // Rows are read and written in stores and queries only; elsewhere a transaction is a type that is handed on.
    files: ['plugins/*/src/server/**/*.ts'],
    ignores: [...TESTS, '**/store/**', '**/store.ts', '**/*-store.ts', '**/lease.ts', '**/queries/**', '**/migrations/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [{ name: 'sequelize', allowTypeImports: true, message: 'Queries live in store.ts, store/ and queries/.' }] },
      ],
    },
  },
  {
    files: ['plugins/*/src/client-v2/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: TESTS,
    rules: {
      // A test that meets `undefined` fails, which is all that a check would do.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // jest types its matchers and tables as any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      // NocoBase's repositories give any; a test that reads it wrongly fails.
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // NocoBase awaits what these give back although it declares nothing.
    files: ['plugins/*/src/server/plugin.ts'],
    rules: { '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }] },
  },
  {
    files: ['scripts/**/*.cjs', 'test/**/*.cjs', '*.cjs', 'packages/*/*.js', 'plugins/*/*.js', 'test/**/*.mjs', '*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          '__dirname',
          '__filename',
          'console',
          'module',
          'process',
          'require',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'fetch',
          'FormData',
          'URL',
          'AbortSignal',
          'Buffer',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 250],
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['**/*.cjs', 'plugins/*/*.js', 'packages/*/*.js'], languageOptions: { sourceType: 'commonjs' } },
  {
    files: ['test/jsdom-setup.cjs', 'test/stubs/**'],
    languageOptions: { globals: { window: 'writable', document: 'readonly', globalThis: 'writable' } },
  },
);
