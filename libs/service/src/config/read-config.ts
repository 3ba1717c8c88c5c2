import type { Bilingual } from '@daiko/contracts';
import type { ConfigDefinition, ConfigKey, ConfigKeys, ConfigValues } from './config-key.js';
import { readValue } from './read-value.js';

/** One setting that cannot be used. `value` is never that of a secret. */
export interface ConfigError {
  name: string;
  value: string | null;
  reason: Bilingual;
  allowed: Bilingual;
  /** What the setting is for. */
  meaning: Bilingual;
}

/** All settings that cannot be used, at once. */
export class ConfigErrors extends Error {
  constructor(readonly errors: readonly ConfigError[]) {
    super(`${errors.length} settings cannot be used`);
    this.name = 'ConfigErrors';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const reasons = {
  missing: { ja: '設定されていません', en: 'is not set' },
  wrong: { ja: '使えない値です', en: 'has a value that cannot be used' },
  unknown: { ja: '知らない設定です', en: 'is not a known setting' },
} as const;

function defaultOf(key: ConfigKey): string | number | undefined {
  return 'default' in key ? key.default : undefined;
}

function shown(name: string, raw: string): string | null {
  if (/PASSWORD|SECRET|TOKEN|CREDENTIAL/.test(name) && !name.endsWith('_FILE')) return null;
  return raw.length > 200 ? `${raw.slice(0, 200)}…` : raw;
}

function unknownKeys(keys: ConfigKeys, ownPrefix: string, environment: Environment): ConfigError[] {
  const names = Object.keys(keys).filter((name) => name.startsWith(ownPrefix));
  const known = { ja: names.join('、') || 'なし', en: names.join(', ') || 'none' };
  return Object.entries(environment)
    .filter(([name, raw]) => raw !== undefined && name.startsWith(ownPrefix) && !(name in keys))
    .map(([name]) => ({
      name,
      value: null,
      reason: reasons.unknown,
      allowed: known,
      meaning: {
        ja: '綴りを直すか、この設定を消してください。',
        en: 'Correct the spelling or remove the setting.',
      },
    }));
}

/**
 * Reads the settings of `definition` from `environment`; an empty value counts as not set.
 *
 * Throws {@link ConfigErrors} with every setting that is missing, out of range or unknown under `ownPrefix`
 * (null: not looked at).
 */
export function readConfig<K extends ConfigKeys>(
  ownPrefix: string | null,
  definition: ConfigDefinition<K>,
  environment: Environment,
): ConfigValues<K> {
  const values: Record<string, string | number> = {};
  const errors: ConfigError[] = [];
  for (const [key, wanted] of Object.entries(definition.keys)) {
    const raw = environment[key];
    if (raw === undefined || raw === '') {
      const fallback = defaultOf(wanted);
      if (fallback !== undefined) values[key] = fallback;
      else if (wanted.optional !== true) errors.push(missing(key, wanted));
      continue;
    }
    const read = readValue(wanted, raw);
    if ('value' in read) values[key] = read.value;
    else {
      errors.push({
        name: key,
        value: shown(key, raw),
        reason: reasons.wrong,
        allowed: read.allowed,
        meaning: wanted,
      });
    }
  }
  if (ownPrefix !== null) errors.push(...unknownKeys(definition.keys, ownPrefix, environment));
  if (errors.length > 0) throw new ConfigErrors(errors);
  return values as ConfigValues<K>;
}

function missing(name: string, key: ConfigKey): ConfigError {
  // What an empty text may not be says most plainly what is allowed.
  const read = readValue(key, key.kind === 'text' ? '\u0000'.repeat((key.max ?? 1000) + 1) : '');
  const allowed = 'allowed' in read ? read.allowed : { ja: '', en: '' };
  return { name, value: null, reason: reasons.missing, allowed, meaning: key };
}

/** Settings of one service begin with this; the others are shared. */
export function ownPrefixOf(name: string): string {
  return `DAIKO_${name.toUpperCase().replaceAll('-', '_')}_`;
}

/** The errors as the operator reads them: Japanese and English, one block a setting. */
export function renderConfigErrors(service: string, errors: readonly ConfigError[]): string {
  const blocks = errors.map(({ name, value, reason, allowed, meaning }) => {
    const now = value === null ? '' : ` (${JSON.stringify(value)})`;
    return [
      `  ${name}${now}`,
      `    ${reason.ja}。使える値: ${allowed.ja}。${meaning.ja}`,
      `    It ${reason.en}. Allowed: ${allowed.en}. ${meaning.en}`,
    ].join('\n');
  });
  const head = [
    `${service}: ${errors.length}件の設定を直してから、もう一度起動してください。`,
    `${service}: correct ${errors.length} setting(s), then start again.`,
  ];
  return `${[...head, ...blocks].join('\n')}\n`;
}
