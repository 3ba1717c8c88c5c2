// Runs before the story: the platform that it starts is the one that was built from what stands here now.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export default function build() {
  const script = join(import.meta.dirname, 'build.mjs');
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the build failed');
}
