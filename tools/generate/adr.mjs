// npm run adr -- title of the decision: begins a page with the next number.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paths, root } from './workspace.mjs';

const title = process.argv.slice(2).join(' ').trim();
const slug = title
  .toLowerCase()
  .replace(/[^a-z0-9]+/g, '-')
  .replace(/^-|-$/g, '');
if (slug === '') {
  console.error('題名を英語で指定してください。 / Give a title: npm run adr -- keys in a key server');
  process.exit(64);
}
const last = (await paths('docs/adr/[0-9]*.md')).at(-1)?.match(/(\d{4})-/)?.[1] ?? '0';
const number = String(Number(last) + 1).padStart(4, '0');
const path = `docs/adr/${number}-${slug}.md`;
const sections = ['Context', 'Decision', 'What we gave up', 'How we would notice that it was wrong'];
await writeFile(
  join(root, path),
  [`# ${number}: ${title}`, ...sections.map((name) => `## ${name}`), ''].join('\n\n').trimEnd() + '\n',
  { flag: 'wx' },
);
console.log(`${path}\nAdd it to docs/adr/README.md.`);
