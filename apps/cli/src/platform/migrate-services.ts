import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serviceNames } from '@daiko/contracts';
import type { PlatformFolder } from './platform-folder.js';
import {
  migrationEnvironment,
  type PlatformAddresses,
  type PlatformSettings,
  serviceEnvironment,
  systemEnvironment,
} from './service-environment.js';

/** Migrates every service with its owner role; skipped where no migration file has changed since the last time. */
export async function migrateServices(
  checkout: string,
  folder: PlatformFolder,
  addresses: PlatformAddresses,
  settings: PlatformSettings,
  log: (line: string) => void,
): Promise<void> {
  const digest = createHash('sha256');
  const files: string[] = [];
  for await (const file of glob(['libs/*/dist/migrations/*.sql', 'apps/*/dist/migrations/*.sql'], {
    cwd: checkout,
  })) {
    files.push(file);
  }
  for (const file of files.sort()) digest.update(file).update(await readFile(join(checkout, file)));
  const state = digest.digest('hex');
  const marker = join(folder.run, 'migrated');
  if ((await readFile(marker, 'utf8').catch(() => '')) === state) return;
  const begun = Date.now();
  await Promise.all(
    serviceNames.map((name) =>
      runOnce(process.execPath, [join(checkout, 'dist/service.mjs'), '--service', name, '--migrate'], {
        ...systemEnvironment(),
        ...serviceEnvironment(name, folder, addresses, settings),
        ...migrationEnvironment(name, folder),
      }),
    ),
  );
  await writeFile(marker, state);
  log(`database: 更新しました / migrated (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
}

function runOnce(command: string, args: string[], environment: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (part: Buffer) => {
      if (errors.length < 4000) errors += part.toString('utf8');
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${args.slice(-3).join(' ')}: ${errors.trim()}`));
    });
  });
}
