// docs/problems.md: everything a caller can mend, from each problems.ts.
import { built, notice, paths, table } from './workspace.mjs';

const isKind = (value) =>
  typeof value === 'object' &&
  value !== null &&
  typeof value.code === 'string' &&
  typeof value.status === 'number';

/** Every ProblemKind that a module exports, alone or in a record. */
function kindsIn(module) {
  return Object.values(module).flatMap((value) => {
    if (isKind(value)) return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).filter(isKind) : [];
  });
}

/** Source files that declare problems. */
async function problemFiles() {
  return [
    ...(await paths('apps/*/src/**/*problems.ts')),
    ...(await paths('libs/*/src/**/*problems.ts')),
  ].sort();
}

export async function problems() {
  const kinds = new Map();
  for (const path of await problemFiles())
    for (const kind of kindsIn(await built(path))) kinds.set(kind.code, kind);
  const sorted = [...kinds.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const rows = sorted.map(({ code, status, detail, remedy }) => [
    `\`${code}\``,
    status,
    `${detail.ja}<br>${detail.en}`,
    `${remedy.ja}<br>${remedy.en}`,
  ]);
  const content = [
    '# Problems 問題',
    notice,
    'What a caller can mend, as `application/problem+json` (RFC 9457). `code` is stable; `{…}` stands for a value. What is ours is answered as ' +
      '`service.fault` with a reference number.',
    table(['Code', 'Status', 'Detail', 'Remedy'], rows).replaceAll('&lt;br>', '<br>'),
  ];
  return { 'docs/problems.md': content.join('\n\n') };
}
