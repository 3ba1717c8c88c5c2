// Joins what the services and `daiko` are made of into few files under dist/: a process reads 20 files at its start instead of 3,000.
import { build } from 'esbuild';
import { readFile, rm, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'dist');

/** What is not there, and is asked for by name only where somebody wants it. */
const notInstalled = [
  '@fastify/multipart',
  '@fastify/static',
  '@fastify/view',
  '@google-cloud/*',
  '@grpc/*',
  '@mapbox/*',
  '@nats-io/*',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  '@nestjs/websockets/*',
  '@sap/*',
  'amqp-connection-manager',
  'better-sqlite3',
  'class-transformer/storage',
  'expo-sqlite',
  'hdb-pool',
  'ioredis',
  'kafkajs',
  'mongodb',
  'mqtt',
  'mssql',
  'mysql',
  'mysql2',
  'nats',
  'oracledb',
  'pg-native',
  'pg-query-stream',
  'react-native-sqlite-storage',
  'redis',
  'sql.js',
  'sqlite3',
  'typeorm-aurora-data-api-driver',
];
/** What reads files beside its own, and what must be there before anything else is evaluated. */
const leftAlone = ['libxml2-wasm', 'pdfkit', 'reflect-metadata'];

/** Our files go on finding what lies beside them: `import.meta` says where they were, not where they are now. */
const ownPlaces = {
  name: 'own-places',
  setup({ onLoad }) {
    onLoad({ filter: /\/(?:apps|libs|deploy)\/.*\.m?js$/ }, async ({ path }) => {
      if (path.includes('/node_modules/')) return undefined;
      const contents = await readFile(path, 'utf8');
      if (!contents.includes('import.meta.')) return { contents };
      const place = JSON.stringify(`../${relative(root, path)}`);
      const dirname = `decodeURIComponent(new URL('.', new URL(${place}, import.meta.url)).pathname)`;
      const url = `new URL(${place}, import.meta.url).href`;
      return {
        contents: contents.replaceAll(/import\.meta\.(dirname|url)\b/g, (_all, what) =>
          what === 'url' ? url : dirname,
        ),
      };
    });
  },
};

/** Writes `dist/service.mjs` and `dist/daiko.mjs` with the parts they share, and removes parts of earlier bundles. */
export async function bundle() {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { service: 'deploy/service.mjs', daiko: 'apps/cli/dist/main.js' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: [...notInstalled, ...leftAlone],
    banner: {
      js: "import { createRequire as requireOf } from 'node:module';\nconst require = requireOf(import.meta.url);",
    },
    plugins: [ownPlaces],
    metafile: true,
    logLevel: 'warning',
  });
  const written = new Set(Object.keys(metafile.outputs).map((file) => relative('dist', file)));
  for (const file of await readdir(folder)) {
    if (!written.has(file)) await rm(join(folder, file), { recursive: true, force: true });
  }
  return written.size;
}
