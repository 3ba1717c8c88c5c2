import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defineConfig } from './config-key.js';
import { ConfigErrors, ownPrefixOf, readConfig, renderConfigErrors } from './read-config.js';

const texts = { ja: '説明。', en: 'Meaning.' };
const config = defineConfig({
  DAIKO_INTAKE_SCANNER: { kind: 'choice', choices: ['clamd', 'none'], default: 'clamd', ...texts },
  DAIKO_INTAKE_UPLOAD_BYTES_MAX: { kind: 'integer', min: 1, max: 1000, default: 10, ...texts },
  DAIKO_HTTP_PORT: { kind: 'port', ...texts },
  DAIKO_AGENCY_NUMBER: { kind: 'text', pattern: /^9\d{7}$/, ...texts },
  DAIKO_TOKEN_FILE: { kind: 'file-secret', ...texts },
  DAIKO_INTAKE_WATCH_FOLDER: { kind: 'folder', optional: true, ...texts },
});

describe('the settings of a service', () => {
  let folder: string;
  let good: Record<string, string>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'daiko-config-'));
    writeFileSync(join(folder, 'token'), 'open sesame\n');
    writeFileSync(join(folder, 'empty'), '\n');
    good = {
      DAIKO_HTTP_PORT: '5001',
      DAIKO_AGENCY_NUMBER: '90000018',
      DAIKO_TOKEN_FILE: join(folder, 'token'),
    };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function errorsOf(environment: Record<string, string | undefined>) {
    try {
      readConfig('DAIKO_INTAKE_', config, { ...good, ...environment });
      return [];
    } catch (error) {
      if (error instanceof ConfigErrors) return error.errors;
      throw error;
    }
  }

  it('are read once, typed, with defaults, a secret from its file', () => {
    const values = readConfig('DAIKO_INTAKE_', config, { ...good, DAIKO_INTAKE_WATCH_FOLDER: folder });
    const port: number = values.DAIKO_HTTP_PORT;
    const scanner: 'clamd' | 'none' = values.DAIKO_INTAKE_SCANNER;
    expect([port, scanner, values.DAIKO_INTAKE_UPLOAD_BYTES_MAX]).toEqual([5001, 'clamd', 10]);
    expect(values.DAIKO_TOKEN_FILE).toBe('open sesame');
    expect(values.DAIKO_INTAKE_WATCH_FOLDER).toBe(folder);
  });

  it('are refused all at once, with name, value and what is allowed, in both languages', () => {
    const errors = errorsOf({
      DAIKO_HTTP_PORT: '70000',
      DAIKO_AGENCY_NUMBER: undefined,
      DAIKO_INTAKE_SCANNER: 'clamav',
      DAIKO_INTAKE_UPLOAD_BYTES_MAX: '1001',
      DAIKO_TOKEN_FILE: join(folder, 'absent'),
      DAIKO_INTAKE_SCANER: 'x',
    });
    expect(errors.map(({ name }) => name).sort()).toEqual([
      'DAIKO_AGENCY_NUMBER',
      'DAIKO_HTTP_PORT',
      'DAIKO_INTAKE_SCANER',
      'DAIKO_INTAKE_SCANNER',
      'DAIKO_INTAKE_UPLOAD_BYTES_MAX',
      'DAIKO_TOKEN_FILE',
    ]);
    const text = renderConfigErrors('intake', errors);
    for (const part of ['"70000"', '1から65535まで', 'from 1 to 65535', 'clamd, none', 'from 1 to 1000']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('is not a known setting');
    expect(text).toContain('is not set');
  });

  it('say where a secret should be, never what is in it', () => {
    const [error] = errorsOf({ DAIKO_TOKEN_FILE: join(folder, 'empty') });
    expect(error?.value).toBe(join(folder, 'empty'));
    const [unknown] = errorsOf({ DAIKO_INTAKE_PASSWORD: 'hunter2' });
    expect(JSON.stringify(unknown)).not.toContain('hunter2');
  });

  it('count an empty value as not set', () => {
    expect(errorsOf({ DAIKO_INTAKE_SCANNER: '', DAIKO_INTAKE_WATCH_FOLDER: '' })).toEqual([]);
    expect(errorsOf({ DAIKO_HTTP_PORT: '' }).map(({ name }) => name)).toEqual(['DAIKO_HTTP_PORT']);
  });

  it('are read strictly at their bounds', () => {
    const limitOf = (value: string) => errorsOf({ DAIKO_INTAKE_UPLOAD_BYTES_MAX: value }).length;
    expect(['1', '1000', '0', '1001', '1.5', '1e2', ' 5', '0x5', '-1'].map(limitOf)).toEqual([
      0, 0, 1, 1, 1, 1, 1, 1, 1,
    ]);
  });

  it('leave other services keys alone', () => {
    expect(errorsOf({ DAIKO_ROUTING_SEAL_INTERVAL_SECONDS: '5', PATH: '/bin' })).toEqual([]);
    expect(ownPrefixOf('intake')).toBe('DAIKO_INTAKE_');
  });

  it('cannot declare a secret that does not come by file', () => {
    expect(() => defineConfig({ DAIKO_TOKEN: { kind: 'file-secret', ...texts } })).toThrow('_FILE');
    expect(() => defineConfig({ TOKEN_FILE: { kind: 'file-secret', ...texts } })).toThrow('TOKEN_FILE');
  });
});
