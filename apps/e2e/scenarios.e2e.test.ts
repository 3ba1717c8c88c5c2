import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { playScenario } from './src/scenario/play-scenario.js';
import { readScenario, valueAt } from './src/scenario/read-scenario.js';

const folder = join(import.meta.dirname, 'scenarios');
const work = mkdtempSync(join(tmpdir(), 'daiko-scenario-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('daiko check keeps its promises to those who call it', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.scenario'))) {
    const scenario = readScenario(readFileSync(join(folder, name), 'utf8'));
    it(`${name}: ${scenario.purpose}`, async () => {
      const { exitCode, stdout, stderr } = await playScenario(scenario, join(work, name));
      expect({ exitCode, stderr }).toEqual({ exitCode: scenario.exit, stderr: expect.any(String) });
      expect(missingFrom(stdout, scenario.output)).toBeNull();
      expect(missingFrom(stderr, scenario.error)).toBeNull();
      if (scenario.json.length === 0) return;
      const report = JSON.parse(stdout) as unknown;
      for (const { path, value } of scenario.json)
        expect({ [path]: valueAt(report, path) }).toEqual({ [path]: value });
    });
  }
});

/** The first text that does not follow the one before it; null where all are there, in order. */
function missingFrom(text: string, wanted: readonly string[]): { missing: string; in: string } | null {
  let at = 0;
  for (const each of wanted) {
    const found = text.indexOf(each, at);
    if (found < 0) return { missing: each, in: text };
    at = found + each.length;
  }
  return null;
}
