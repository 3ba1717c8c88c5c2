import { readFile } from 'node:fs/promises';

/** Whether a process is one of `daiko`, and not another that was given its number since. */
export async function isDaiko(pid: number): Promise<boolean> {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return commandLine.includes('daiko.mjs');
}
