import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { componentRoot, libraryFolder, provideComponents } from './debian-packages.js';

/** A program and the environment it needs. */
export interface ProvidedProgram {
  command: string;
  environment: Record<string, string>;
}

/**
 * `xmllint`, the measure of the benchmark: the machine's own where there is one, otherwise extracted below `packageFolder`.
 * @throws {ServerProblem} `package-not-available`
 */
export async function provideXmllint(
  packageFolder: string,
  log: (line: string) => void = () => undefined,
): Promise<ProvidedProgram> {
  const { PATH = '' } = process.env;
  const isInstalled = await promisify(execFile)('xmllint', ['--version']).then(
    () => true,
    () => false,
  );
  if (isInstalled) return { command: 'xmllint', environment: { PATH } };
  await provideComponents(packageFolder, ['xmllint'], log)('xmllint');
  const root = componentRoot(packageFolder, 'xmllint');
  return {
    command: join(root, 'usr/bin/xmllint'),
    environment: { PATH, LD_LIBRARY_PATH: libraryFolder(root) },
  };
}
