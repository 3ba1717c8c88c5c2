// npm run db:new -- <service> <words>: begins the next migration of a service (or of a library that keeps tables).
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { paths, root } from './workspace.mjs';

const [owner = '', ...words] = process.argv.slice(2);
const slug = words.join('-').toLowerCase();
const homes = [`apps/${owner}/src`, `libs/${owner}/src`];
const exists = (path) =>
  stat(join(root, path)).then(
    () => true,
    () => false,
  );
const found = /^[a-z]+$/.test(owner)
  ? (await Promise.all(homes.map(exists)))
      .map((is, at) => (is ? homes[at] : null))
      .find((home) => home !== null)
  : undefined;
if (found === undefined || !/^[a-z0-9-]+$/.test(slug)) {
  console.error('使い方 / usage: npm run db:new -- routing add delivery window');
  process.exit(64);
}
const last = (await paths(`${found}/migrations/*.sql`)).at(-1)?.match(/(\d{4})-[^/]*$/)?.[1] ?? '0';
const path = `${found}/migrations/${String(Number(last) + 1).padStart(4, '0')}-${slug}.sql`;
await mkdir(dirname(join(root, path)), { recursive: true });
await writeFile(join(root, path), '-- expand\n-- What this is for, and what must be granted to {{role}}.\n', {
  flag: 'wx',
});
console.log(path);
