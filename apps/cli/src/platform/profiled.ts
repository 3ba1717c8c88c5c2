import { join } from 'node:path';

/**
 * Options of Node that make a process write where its CPU time went, when it ends, into `DAIKO_PROFILE_FOLDER`; none where
 * that is not set.
 */
export function profiled(name: string, folder = process.env.DAIKO_PROFILE_FOLDER): string[] {
  if (folder === undefined || folder === '') return [];
  return ['--cpu-prof', `--cpu-prof-dir=${join(folder, name)}`];
}
