// The schema files of the project from a folder that holds the official set: which elements, attributes and facets exist
// is read off, what no document can reach is left out, the wording stays behind. Run by hand: node tools/generate/schemas.mjs FOLDER
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { built, root } from './workspace.mjs';

const target = 'libs/exchange-format/src/schemas/xsd';
const kinds = ['ix08', 'su08', 'cc08', 'gc08', 'hc08', 'hg08'];
// What is the default anyway is not written.
const defaults = {
  use: 'optional',
  minOccurs: '1',
  maxOccurs: '1',
  mixed: 'false',
  abstract: 'false',
  id: null,
};
const attributeOrder = [
  'name',
  'ref',
  'type',
  'base',
  'itemType',
  'memberTypes',
  'value',
  'abstract',
  'mixed',
];
const globalOrder = ['element', 'complexType', 'simpleType'];

const escape = (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const rank = (order, name) => order.indexOf(name) + 1 || order.length + 1;

function attributesOf(element) {
  return [...element.attributes]
    .filter(([name, value]) => defaults[name] !== null && defaults[name] !== value)
    .sort(([a], [b]) => rank(attributeOrder, a) - rank(attributeOrder, b) || (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${escape(value.replace(/\s+/g, ' ').trim())}"`)
    .join('');
}

/** Children in the order of the schema; enumerations and attributes, whose order says nothing, sorted. */
function childrenOf(element) {
  const children = element.children.filter(({ name }) => name !== 'annotation');
  const key = { restriction: 'value', complexType: 'name', extension: 'name' }[element.name];
  const isSortable = ({ name }) => name === 'enumeration' || name === 'attribute';
  const sorted = children.filter(isSortable).sort((a, b) => {
    const [left, right] = [a, b].map((child) =>
      child.attribute(child.name === 'attribute' ? 'name' : (key ?? 'value')),
    );
    return left < right ? -1 : 1;
  });
  return [...children.filter((child) => !isSortable(child)), ...sorted];
}

function written(element, indent) {
  const tag = `xs:${element.name}`;
  const start = `${indent}<${tag}${attributesOf(element)}`;
  const children = childrenOf(element);
  if (children.length === 0) return `${start}/>\n`;
  const inner = children.map((child) => written(child, `${indent}  `)).join('');
  return `${start}>\n${inner}${indent}</${tag}>\n`;
}

function schemaFile(schema, namespace, reached) {
  const globals = schema.children
    .filter((child) => reached.has(child.name + ' ' + child.attribute('name')))
    .sort(
      (a, b) =>
        rank(globalOrder, a.name) - rank(globalOrder, b.name) ||
        (a.attribute('name') < b.attribute('name') ? -1 : 1),
    );
  const includes = schema.children
    .filter(({ name }) => name === 'include')
    .map(
      (include) =>
        `  <xs:include schemaLocation="${include.attribute('schemaLocation').replace(/^\.\//, '')}"/>\n`,
    )
    .sort();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${namespace}"\n`,
    `  targetNamespace="${namespace}" elementFormDefault="qualified">\n`,
    ...includes,
    ...globals.map((element) => written(element, '  ')),
    '</xs:schema>\n',
  ].join('');
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node tools/generate/schemas.mjs FOLDER');
const { readSchemaSet } = await built('libs/exchange-format/src/schemas/read-schema-set.ts');
const { compileSchema } = await built('libs/exchange-format/src/schemas/compile-schema.ts');
const files = new Map();
for (const path of await readdir(folder, { recursive: true })) {
  if (path.endsWith('.xsd')) files.set(path, await readFile(join(folder, path)));
}
// A file of the set may be needed by several schemas: what any of them reaches stays.
const reachedIn = new Map();
const schemas = new Map();
for (const kind of kinds) {
  const components = readSchemaSet(files, `${kind}_V08.xsd`);
  const { reached } = compileSchema(components);
  for (const [path, schema] of components.files) {
    const names = reachedIn.get(path) ?? new Set();
    for (const child of schema.children) {
      if (reached.has(child)) names.add(`${child.name} ${child.attribute('name')}`);
    }
    reachedIn.set(path, names);
    schemas.set(path, { schema, namespace: components.namespace });
  }
}
for (const [path, { schema, namespace }] of schemas) {
  const file = join(root, target, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, schemaFile(schema, namespace, reachedIn.get(path)));
}
console.log(`${schemas.size} schema files under ${target}`);
