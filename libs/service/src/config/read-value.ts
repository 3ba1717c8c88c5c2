import { readFileSync, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { Bilingual } from '@daiko/contracts';
import type { ConfigKey } from './config-key.js';

/** A value, or what would be allowed instead. */
export type ReadValue = { value: string | number } | { allowed: Bilingual };

const secretBytesMax = 64 * 1024;

function readInteger(raw: string, min: number, max: number): ReadValue {
  const value = /^-?\d{1,15}$/.test(raw) ? Number(raw) : NaN;
  if (value >= min && value <= max) return { value };
  return {
    allowed: { ja: `${min}から${max}までの整数`, en: `a whole number from ${min} to ${max}` },
  };
}

function readText(raw: string, max: number, pattern?: RegExp): ReadValue {
  if (raw.length <= max && (pattern === undefined || pattern.test(raw))) return { value: raw };
  const form = pattern === undefined ? '' : ` ${pattern.source}`;
  return {
    allowed: { ja: `${max}文字以内の文字列${form}`, en: `text of at most ${max} characters${form}` },
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function readSecret(path: string): ReadValue {
  const allowed = {
    ja: '読めるファイルの絶対パス（空でなく64KiB以内）',
    en: 'absolute path of a readable file that is not empty and at most 64 KiB',
  };
  if (!isAbsolute(path) || !isFile(path)) return { allowed };
  try {
    const content = readFileSync(path);
    const value = content.toString('utf8').replace(/\r?\n$/, '');
    return content.byteLength <= secretBytesMax && value !== '' ? { value } : { allowed };
  } catch {
    return { allowed };
  }
}

/** Reads one value as its key says. Reads the file system for folders, files and secrets. */
export function readValue(key: ConfigKey, raw: string): ReadValue {
  switch (key.kind) {
    case 'text':
      return readText(raw, key.max ?? 1000, key.pattern);
    case 'integer':
      return readInteger(raw, key.min, key.max);
    case 'port':
      return readInteger(raw, 1, 65_535);
    case 'choice':
      return key.choices.includes(raw)
        ? { value: raw }
        : { allowed: { ja: key.choices.join('、'), en: key.choices.join(', ') } };
    case 'folder':
      return isAbsolute(raw) && isFolder(raw)
        ? { value: raw }
        : { allowed: { ja: 'すでにあるフォルダーの絶対パス', en: 'absolute path of a folder that exists' } };
    case 'file':
      return isAbsolute(raw) && isFile(raw)
        ? { value: raw }
        : { allowed: { ja: 'すでにあるファイルの絶対パス', en: 'absolute path of a file that exists' } };
    case 'file-secret':
      return readSecret(raw);
  }
}
