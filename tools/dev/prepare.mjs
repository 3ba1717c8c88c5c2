// What a bare clone lacks: the dependencies and the build. Plain JavaScript, runs on Node 20 before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

function fail(ja, en) {
  console.error(`${ja}\n${en}`);
  process.exit(1);
}

function run(command, args, what) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error !== undefined || status !== 0) {
    fail(
      `${what.ja}に失敗しました。上の表示を確認してもう一度実行してください。`,
      `${what.en} failed. See above, then run again.`,
    );
  }
}

/** Installs the dependencies where package-lock.json has changed since the last time, then builds what has changed. */
export async function prepare() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 20)) {
    fail(
      `Node.js 20.20以降が必要です（現在 ${process.version}）。`,
      `Node.js 20.20 or later is needed (this is ${process.version}).`,
    );
  }
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const marker = join(root, 'node_modules/.daiko-lock');
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== lock) {
    console.log('npm ci …');
    const npm = process.env.npm_execpath;
    const [command, ...args] = npm === undefined ? ['npm', 'ci'] : [process.execPath, npm, 'ci'];
    run(command, [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
      ja: '依存パッケージの取得',
      en: 'Fetching the dependencies',
    });
    writeFileSync(marker, lock);
  }
  run(join(root, 'node_modules/.bin/node'), [join(root, 'tools/dev/build.mjs')], {
    ja: 'ビルド',
    en: 'The build',
  });
}
