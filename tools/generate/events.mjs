// docs/events: the JSON Schema of every message type, and who publishes and takes it.
import { built, notice, paths, table, text } from './workspace.mjs';

/** Which service's handlers take a type, read from the sources: `@OnMessage('type'…)` or of a list of types. */
async function receivers() {
  const takers = new Map();
  const sources = [...(await paths('apps/*/src/**/*.ts')), ...(await paths('libs/access/src/**/*.ts'))];
  for (const path of sources) {
    const service = path.startsWith('apps/') ? path.split('/')[1] : 'every service';
    for (const [, patterns] of (await text(path)).matchAll(/@OnMessage\(\s*('[^']+'|\[[^\]]+\])/g)) {
      for (const [, type] of patterns.matchAll(/'([^']+)'/g)) {
        takers.set(type, new Set([...(takers.get(type) ?? []), service]));
      }
    }
  }
  return takers;
}

const schemaFile = (type, schema) =>
  JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:daiko:message:${type}`,
    title: type,
    ...schema,
  });

export async function events() {
  const { messageSchemas, ownMessageSchemas } = await built('libs/contracts/src/messages/messages.ts');
  const takers = await receivers();
  const files = {};
  const rows = [];
  for (const [type, schema] of Object.entries(messageSchemas)) {
    files[`docs/events/${type}.json`] = schemaFile(type, schema);
    const taking = [...(takers.get(type) ?? [])].sort();
    rows.push([`[${type}](${type}.json)`, type.split('.')[0], [...taking, 'audit'].join(', ')]);
  }
  for (const [own, schema] of Object.entries(ownMessageSchemas)) {
    files[`docs/events/own.${own}.json`] = schemaFile(`<service>.${own}`, schema);
    const taking = [...takers].filter(([type]) => type.endsWith(`.${own}`)).flatMap(([, who]) => [...who]);
    rows.push([
      `[&lt;service&gt;.${own}](own.${own}.json)`,
      'every service',
      [...new Set([...taking, 'audit'])].join(', '),
    ]);
  }
  files['docs/events/README.md'] = [
    '# Messages',
    notice,
    'The data of every message type as JSON Schema. The envelope is CloudEvents 1.0 ([ADR 0001](../adr/0001-envelope.md)); a version is never edited ' +
      'after release ([ADR 0009](../adr/0009-versions.md)). One golden message of each lies in `libs/contracts/samples/`.',
    table(['Type', 'Published by', 'Taken by'], rows)
      .replaceAll('&lt;service&gt;', '‹service›')
      .replaceAll('&amp;', '&'),
  ].join('\n\n');
  return files;
}
