// docs/configuration.md: every setting of every service, from its config.ts.
import { built, notice, paths, table } from './workspace.mjs';

function allowed(key) {
  switch (key.kind) {
    case 'integer':
      return `${key.min} to ${key.max}`;
    case 'port':
      return 'port';
    case 'choice':
      return key.choices.join(', ');
    case 'text':
      return key.pattern === undefined ? `text, at most ${key.max ?? 1000}` : `\`${key.pattern.source}\``;
    case 'file-secret':
      return 'file with the secret';
    default:
      return key.kind;
  }
}

function preset(key) {
  if (key.default !== undefined) return key.default === '' ? 'empty' : String(key.default);
  return key.optional === true ? 'none' : 'required';
}

const rowOf = ([name, key]) => [`\`${name}\``, allowed(key), preset(key), `${key.ja}<br>${key.en}`];

function settings(keys) {
  const sorted = Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1));
  return table(['Setting', 'Allowed', 'Default', 'Meaning'], sorted.map(rowOf)).replaceAll('&lt;br>', '<br>');
}

export async function configuration() {
  const { commonKeys, migrationKeys } = await built('libs/service/src/config/common-keys.ts');
  const content = [
    '# Configuration 設定',
    notice,
    'A service reads its environment once, at start. What is wrong is reported all at once, with what would be allowed, and the process ends. An ' +
      'unknown name under a service’s own prefix is wrong too. Secrets come as files only. Business settings (severities, prices) are data, not environment.',
    '## Every service',
    settings(commonKeys),
    '## Migration (`--migrate`)',
    settings(migrationKeys),
  ];
  for (const path of await paths('apps/*/src/config.ts')) {
    const { config } = await built(path);
    const service = path.split('/')[1];
    const own = Object.fromEntries(
      Object.entries(config.keys).filter(([name]) => service === 'console' || !(name in commonKeys)),
    );
    const isEmpty = Object.keys(own).length === 0;
    content.push(
      `## ${service === 'console' ? 'Front door (console)' : service}`,
      isEmpty ? 'No settings of its own.' : settings(own),
    );
  }
  return { 'docs/configuration.md': content.join('\n\n') };
}
