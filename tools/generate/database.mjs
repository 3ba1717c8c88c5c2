// docs/database.md: every table, its columns, and what its constraints forbid.
import { allTables } from './tables.mjs';
import { notice } from './workspace.mjs';

const headings = {
  'libs/messaging': 'In every schema: messages and marks (libs/messaging)',
  'libs/access': 'In every schema: the copy of the partners (libs/access)',
};

export async function database() {
  const content = [
    '# Database データベース',
    notice,
    'A schema per service, named like it; two roles per service, neither with a grant outside its own schema ([ADR 0008](adr/0008-migrations.md)). ' +
      'Constraints are named for what must hold. No column holds a name, a birthday, an insured symbol or number, or a result; a test looks at ' +
      'every column’s name.',
  ];
  const owners = [...(await allTables())].sort(
    ([a], [b]) => Number(b in headings) - Number(a in headings) || (a < b ? -1 : 1),
  );
  for (const [owner, tables] of owners) {
    if (tables.length === 0) continue;
    content.push(`## ${headings[owner] ?? owner.split('/')[1]}`);
    for (const { name, comment, columns, constraints } of tables) {
      content.push(`### ${name}`);
      if (comment !== '') content.push(comment);
      content.push(columns.map(({ name: column, type }) => `\`${column}\` ${type}`).join(' · '));
      if (constraints.length > 0)
        content.push(`Holds: ${constraints.map((each) => `\`${each}\``).join(', ')}`);
    }
  }
  return { 'docs/database.md': content.join('\n\n') };
}
