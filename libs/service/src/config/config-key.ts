import type { Bilingual } from '@daiko/contracts';

interface KeyBase extends Bilingual {
  /** Left out of the values when nothing is set and there is no default. */
  optional?: true;
}

/** Text of at most `max` (default 1,000) characters. */
export interface TextKey extends KeyBase {
  kind: 'text';
  default?: string;
  max?: number;
  pattern?: RegExp;
}

/** Whole number between `min` and `max`, both included. */
export interface IntegerKey extends KeyBase {
  kind: 'integer';
  default?: number;
  min: number;
  max: number;
}

/** TCP port, 1 to 65535. */
export interface PortKey extends KeyBase {
  kind: 'port';
  default?: number;
}

/** The content of a file, without the end of line; the only way a secret comes in. The key ends in `_FILE`. */
export interface FileSecretKey extends KeyBase {
  kind: 'file-secret';
}

/** Absolute path of a folder that exists. */
export interface FolderKey extends KeyBase {
  kind: 'folder';
  default?: string;
}

/** Absolute path of a readable file. */
export interface FileKey extends KeyBase {
  kind: 'file';
}

/** One of a few words. */
export interface ChoiceKey extends KeyBase {
  kind: 'choice';
  choices: readonly string[];
  default?: string;
}

export type ConfigKey = TextKey | IntegerKey | PortKey | FileSecretKey | FolderKey | FileKey | ChoiceKey;
export type ConfigKeys = Readonly<Record<string, ConfigKey>>;

type ValueOf<K extends ConfigKey> = K extends ChoiceKey
  ? K['choices'][number]
  : K extends IntegerKey | PortKey
    ? number
    : string;

/** The values of a configuration, under the names of the environment. */
export type ConfigValues<K extends ConfigKeys> = {
  readonly [Name in keyof K]: K[Name] extends { optional: true }
    ? ValueOf<K[Name]> | undefined
    : ValueOf<K[Name]>;
};

/** What a service may be told by its environment. */
export interface ConfigDefinition<K extends ConfigKeys = ConfigKeys> {
  readonly keys: K;
}

/**
 * Declares the keys of a service; the environment is read only by the start (`startService`), once, with all errors at once.
 *
 * Throws at declaration when a secret's key does not end in `_FILE` or a name does not begin with `DAIKO_`.
 */
export function defineConfig<const K extends ConfigKeys>(keys: K): ConfigDefinition<K> {
  for (const [name, key] of Object.entries(keys)) {
    if (!/^DAIKO_[A-Z][A-Z0-9_]*$/.test(name)) throw new Error(`${name} is not a name of a setting`);
    if (key.kind === 'file-secret' && !name.endsWith('_FILE')) {
      throw new Error(`${name} is a secret, its name must end in _FILE`);
    }
  }
  return { keys };
}
