import { ServerProblem } from '../server-problem.js';

/** The last line that says something, without what Docker decorates it with; bounded. */
function lastWords(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (lines.at(-1) ?? '').replace(/^Error response from daemon: /, '').slice(0, 300);
}

/** What Docker complained about, as a problem with a remedy. */
export function engineProblem(what: string, stderr: string): ServerProblem {
  if (/no space left on device/i.test(stderr)) {
    return new ServerProblem('disk-full', {
      ja: 'Docker のデータを置くディスクに空きがありません。',
      en: 'No space is left on the disk of Docker.',
    });
  }
  if (/port is already allocated|address already in use/i.test(stderr)) {
    const port = /127\.0\.0\.1:(\d+)/.exec(stderr)?.[1] ?? '';
    return new ServerProblem('port-taken', {
      ja: `ポート ${port} は他のプログラムが使っています。`,
      en: `Port ${port} is used by another program.`,
    });
  }
  const words = lastWords(stderr);
  return new ServerProblem('server-failed', {
    ja: `Docker: ${what} に失敗しました (${words})。`,
    en: `Docker: ${what} failed (${words}).`,
  });
}

/** An image that is neither there nor to be had. */
export class ImageNotAvailable extends ServerProblem {
  constructor(image: string, stderr: string) {
    const words = lastWords(stderr);
    super('image-not-available', {
      ja: `コンテナのイメージ ${image} を取得できません (${words})。`,
      en: `The image ${image} cannot be pulled (${words}).`,
    });
  }
}
