import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The commit of a checkout, with `+` where a tracked file differs from it; `unknown` where there is no repository. */
export async function commitOf(checkout: string): Promise<string> {
  const git = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)('git', ['-C', checkout, ...args])).stdout.trim();
  try {
    const commit = (await git('rev-parse', 'HEAD')).slice(0, 12);
    const changes = await git('status', '--porcelain', '--untracked-files=no');
    return changes === '' ? commit : `${commit}+`;
  } catch {
    return 'unknown';
  }
}
