// The tables that the migrations of a service or library make, read from their SQL.
import { paths, text } from './workspace.mjs';

const withoutSchema = (name) => name.replace(/^\{\{schema\}\}\./, '');

/** Splits the body of CREATE TABLE at its top-level commas; comments inside are dropped. */
function parts(body) {
  const found = [''];
  let depth = 0;
  for (const letter of body.replace(/--.*$/gm, '')) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found.map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '');
}

const isConstraint = (part) => /^(CONSTRAINT|PRIMARY KEY|UNIQUE|FOREIGN KEY|CHECK|EXCLUDE)\b/i.test(part);

/** Tables of one file, in order: name, the comment above it, columns with their types, names of constraints. */
export function tablesOf(sql) {
  const tables = [];
  const statement = /((?:^--.*\n)*)^CREATE TABLE (?:IF NOT EXISTS )?([\w.{}]+) \(\n([\s\S]*?)^\)[^;]*;/gm;
  for (const [, comment, name, body] of sql.matchAll(statement)) {
    const all = parts(body);
    tables.push({
      name: withoutSchema(name),
      comment: comment
        .split('\n')
        .map((line) => line.replace(/^-- ?/, '').trim())
        .filter((line) => line !== '' && !/^(expand|contract)\b/.test(line))
        .join(' '),
      columns: all
        .filter((part) => !isConstraint(part))
        .map((part) => {
          const [, column = part, type = ''] = part.match(/^(\w+) (\w+(?:\([\d, ]+\))?(?:\[\])?)/) ?? [];
          return { name: column, type };
        }),
      constraints: [...body.matchAll(/CONSTRAINT (\w+)/g)].map(([, constraint]) => constraint),
    });
  }
  for (const [, name, columns] of sql.matchAll(/^ALTER TABLE ([\w.{}]+)((?:\s+ADD COLUMN [^;]*?)+);/gm)) {
    const table = tables.find((each) => each.name === withoutSchema(name)) ?? { name: withoutSchema(name) };
    const added = [...columns.matchAll(/ADD COLUMN (?:IF NOT EXISTS )?(\w+) (\w+)/g)];
    table.columns = [...(table.columns ?? []), ...added.map(([, column, type]) => ({ name: column, type }))];
    if (!tables.includes(table)) tables.push({ comment: '', constraints: [], ...table });
  }
  for (const [, index, name] of sql.matchAll(/^CREATE UNIQUE INDEX (\w+)\s+ON ([\w.{}]+)/gm)) {
    tables.find((each) => each.name === withoutSchema(name))?.constraints.push(index);
  }
  return tables;
}

/** Every table of the platform by who owns its migrations. */
export async function allTables() {
  const owners = new Map();
  for (const path of await paths('{apps,libs}/*/src/migrations/*.sql')) {
    const owner = path.split('/').slice(0, 2).join('/');
    const tables = owners.get(owner) ?? [];
    for (const table of tablesOf(await text(path))) {
      const known = tables.find(({ name }) => name === table.name);
      if (known === undefined) tables.push(table);
      else {
        known.columns.push(...table.columns);
        known.constraints.push(...table.constraints);
      }
    }
    owners.set(owner, tables);
  }
  return owners;
}
