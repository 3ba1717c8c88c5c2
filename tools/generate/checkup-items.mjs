/**
 * Makes libs/exchange-format/src/items/data/checkup-items.ts from the Ministry's item table in CSV form.
 * usage: node tools/generate/checkup-items.mjs <XMLhc24tab.csv>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const source = process.argv[2];
if (source === undefined) {
  console.error('usage: node tools/generate/checkup-items.mjs <XMLhc24tab.csv>');
  process.exit(2);
}

const rows = parseCsv(readFileSync(source, 'utf8').replace(/^\ufeff/, ''));
const names = rows[1].map((name) => name.replace(/^XMLITEM_/, ''));
const column = (name) => {
  const index = names.indexOf(name);
  if (index === -1) throw new Error(`no column ${name}`);
  return index;
};
const requirementColumns = Array.from({ length: 11 }, (_, i) =>
  column(`CASE${String(i + 1).padStart(2, '0')}`),
);

const items = rows.slice(3).map((row) => {
  const cell = (name) => row[column(name)].trim();
  const item = {
    code: cell('17CODE'),
    name: cell('NAME'),
    type: cell('TYPE'),
    format: cell('FORMAT'),
    unit: cell('UNIT'),
    codeSystem: cell('CODEOID'),
    // One row holds the beginning of its own code here; a method code has ten characters.
    method: cell('METHOD').length === 10 ? cell('METHOD') : '',
    group: cell('BAT'),
    relation: cell('BATREL'),
    dependsOn: cell('DEPEND'),
    authorItem: cell('AUTHORITEM'),
    // A blank cell is a gap of the table for items added later; they are observations.
    written: cell('OBS') === '0' ? 'author' : 'observation',
    requirements: requirementColumns.map((index) => row[index].trim() || '0').join(''),
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== ''));
});

const codes = new Set(items.map((item) => item.code));
if (codes.size !== items.length) throw new Error('an item code stands twice');
if (items.some((item) => item.requirements.length !== 11))
  throw new Error('a requirement flag is not one letter');

const target = join(import.meta.dirname, '../../libs/exchange-format/src/items/data/checkup-items.ts');
const literal = (value) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const lines = items.map(
  (item) =>
    `    { ${Object.entries(item)
      .map(([key, value]) => `${key}: ${literal(value)}`)
      .join(', ')} },`,
);
writeFileSync(
  target,
  `// Made by tools/generate/checkup-items.mjs from XML用特定健診項目情報; do not edit by hand.
import type { CheckupItemTable } from '../item-table.js';

// prettier-ignore
export const checkupItemTable: CheckupItemTable = {
  validFrom: '20240401',
  validTo: null,
  items: [
${lines.join('\n')}
  ],
};
`,
);
console.log(`${items.length} items`);

function parseCsv(text) {
  const table = [[]];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',') {
      table.at(-1).push(field);
      field = '';
    } else if (letter === '\n') {
      table.at(-1).push(field);
      field = '';
      table.push([]);
    } else if (letter !== '\r') field += letter;
  }
  if (field !== '' || table.at(-1).length > 0) table.at(-1).push(field);
  return table.filter((row) => row.length > 1);
}
