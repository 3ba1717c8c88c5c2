const layers = {
  unit: {
    testMatch: ['**/*.test.ts'],
    testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.(int|e2e)\\.test\\.ts$'],
  },
  service: { testMatch: ['**/*.int.test.ts'], testPathIgnorePatterns: ['/node_modules/', '/dist/'] },
  story: { testMatch: ['**/*.e2e.test.ts'], testPathIgnorePatterns: ['/node_modules/', '/dist/'] },
};
const settings = {
  // A worker that has grown is replaced between two files: at the end it would take longer to go than jest waits for it.
  unit: { maxWorkers: 2, workerIdleMemoryLimit: '512MB' },
  service: {
    globalSetup: '<rootDir>/tools/dev/test-servers.mjs',
    globalTeardown: '<rootDir>/tools/dev/test-servers-stop.mjs',
    maxWorkers: 2,
    testTimeout: 120_000,
  },
  // The story starts the whole platform by itself, as a user would, from what was built.
  story: { globalSetup: '<rootDir>/tools/dev/built.mjs', maxWorkers: 1, testTimeout: 120_000 },
};
const layer = process.env.DAIKO_TEST_LAYER ?? 'unit';

/** One jest for the whole house; the layer (unit, service, story) chooses the files and the servers they need. */
export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/deploy/servers', '<rootDir>/tools'],
  ...layers[layer],
  setupFiles: ['<rootDir>/tools/dev/property-seed.mjs'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['daiko-source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  ...settings[layer],
};
