import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFuzzPlan } from './fuzz-plan.js';
import { type Base, fuzzBases, fuzzedInput } from './fuzzed-input.js';
import { faultOf, judgeInput } from './judge-input.js';
import { reproduce } from './run-fuzz.js';
import { WatchedJudge } from './watched-judge.js';

let folder: string;
let bases: Base[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daiko-fuzz-test-'));
  bases = await fuzzBases();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('changed archives and documents', () => {
  it('are judged by daiko check without a crash, and no rule of ours fails on any', async () => {
    const harmful: string[] = [];
    const codes = new Set<number>();
    const kinds = new Set<string>();
    for (let number = 0; number < 120; number++) {
      const { fileName, what, bytes } = fuzzedInput(bases, 20_261_124, number);
      for (const kind of what.split(/, |; |: /)) kinds.add(kind);
      const path = join(folder, fileName);
      await writeFile(path, bytes);
      try {
        const code = await judgeInput(path, number);
        codes.add(code);
        if (code === 2) harmful.push(`${number} held: ${what}`);
      } catch (error) {
        const fault = faultOf(error);
        if (fault !== null) harmful.push(`${number} ${what}: ${fault}`);
      }
    }
    expect(harmful).toEqual([]);
    expect([...codes].sort()).toEqual([0, 1]);
    for (const kind of [
      'bits turned',
      'other encoding',
      'deep',
      'central header',
      'odd name',
      'element lost',
    ]) {
      expect(kinds).toContain(kind);
    }
  }, 60_000);

  it('are the same for the same seed and number, and others for another', async () => {
    const path = join(folder, 'again.zip');
    const { what } = await reproduce(5, 17, path);
    const input = fuzzedInput(bases, 5, 17);
    expect(what).toBe(input.what);
    expect(Buffer.compare(await readFile(path), input.bytes)).toBe(0);
    expect(Buffer.compare(fuzzedInput(bases, 6, 17).bytes, input.bytes)).not.toBe(0);
  });
});

describe('the watch over the judge', () => {
  const allowed = { cpuMs: 2000, silenceMs: 60_000, bytes: 500_000_000 };
  const judgeThat = async (body: string, more = {}): Promise<WatchedJudge> => {
    const script = join(folder, `${body.length}.mjs`);
    const answer = '{ number: 1, code: 0, fault: null, wallMs: 1, cpuMs: 1, peakBytes: 1 }';
    await writeFile(script, `process.on('message', () => { const answer = ${answer}; ${body} });`);
    return new WatchedJudge(script, { ...allowed, ...more });
  };

  it.each([
    ['a judge that answers', 'process.send(answer);', null],
    ['one that ends', 'process.exit(7);', /^crash: .*7/],
    ['one that throws', "process.send({ ...answer, fault: 'Error: x' });", /^crash: Error: x/],
    ['one that held a record', 'process.send({ ...answer, code: 2 });', /^held/],
    ['one that was busy too long', 'process.send({ ...answer, cpuMs: 2001 });', /^hang: 2001 ms/],
    ['one that took too much', 'process.send({ ...answer, peakBytes: 600e6 });', /^memory: 600 MB/],
  ])('tells of %s', async (_what, body, violation) => {
    const judge = await judgeThat(body);
    const outcome = await judge.judge({ path: 'x', number: 1 });
    judge.close();
    if (violation === null) expect(outcome).toMatchObject({ violation: null, answer: { code: 0 } });
    else expect(outcome.violation).toMatch(violation);
  });

  it('gives up one that never answers, after it was asked again', async () => {
    const judge = await judgeThat('for (;;);', { silenceMs: 100 });
    expect((await judge.judge({ path: 'x', number: 1 })).violation).toMatch(/^hang: no answer/);
    judge.close();
  });
});

describe('the command line of the fuzzing', () => {
  it('is read with its defaults, and what is wrong is named', () => {
    expect(readFuzzPlan([])).toEqual({ documents: 100_000, seed: 1, resume: false, reproduce: null });
    expect(readFuzzPlan(['--seed', '4', '--reproduce', '12', '--output', 'x.zip']).reproduce).toEqual({
      number: 12,
      output: 'x.zip',
    });
    expect(() => readFuzzPlan(['--documents', '0'])).toThrow(/--documents/);
    expect(() => readFuzzPlan(['--reproduce', '3'])).toThrow(/--output/);
  });
});
