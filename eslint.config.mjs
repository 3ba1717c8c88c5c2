import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const pureOnly = ['fs', 'net', 'http', 'https', 'child_process', 'cluster', 'dgram', 'tls', 'worker_threads'];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.daiko/**', '.nx/**', 'coverage/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  prettier,
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          depConstraints: [
            { sourceTag: 'type:pure', onlyDependOnLibsWithTags: ['type:pure'] },
            { sourceTag: 'type:wiring', onlyDependOnLibsWithTags: ['type:pure', 'type:wiring'] },
            { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:pure', 'type:wiring'] },
            { sourceTag: 'scope:exchange-format', onlyDependOnLibsWithTags: ['scope:exchange-format'] },
            {
              sourceTag: 'scope:contracts',
              onlyDependOnLibsWithTags: ['scope:contracts', 'scope:exchange-format'],
            },
            {
              sourceTag: 'scope:synthetic',
              onlyDependOnLibsWithTags: ['scope:synthetic', 'scope:exchange-format'],
            },
          ],
        },
      ],
    },
  },
  {
    files: ['libs/{exchange-format,inspection-rules,contracts,synthetic,report}/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: pureOnly.flatMap((name) => [name, `node:${name}`]),
          patterns: [
            { group: ['@nestjs/*', 'typeorm', 'pg', 'amqplib', 'minio'], message: 'This library is pure.' },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'process', 'fetch'],
    },
  },
  { files: ['apps/cli/src/**/*.ts', 'tools/**', '**/*.mjs', 'apps/e2e/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
      },
    },
  },
);
