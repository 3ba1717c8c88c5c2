import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  allocatePorts,
  baseCandidates,
  blockSize,
  isFree,
  listPorts,
  portsFrom,
  workerPorts,
} from './ports.js';

describe('the ports of a checkout', () => {
  it('any two bases give disjoint ports, all of them below the range the kernel hands out', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const bases = new Set([...baseCandidates(one), ...baseCandidates(other)]);
        const ports = [...bases].flatMap((base) => listPorts(portsFrom(base)));
        expect(new Set(ports).size).toBe(ports.length);
        expect(Math.min(...ports)).toBeGreaterThan(10_000);
        expect(Math.max(...ports)).toBeLessThan(32_768);
      }),
    );
  });

  it('a block is wide enough for every port', () => {
    const all = [...listPorts(portsFrom(0)), ...workerPorts(portsFrom(0))];
    expect(Math.max(...all)).toBeLessThan(blockSize);
    expect(new Set(all).size).toBe(all.length);
  });

  it('a kept allocation stays, and moves on when somebody else took one of its ports', async () => {
    const folders = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'daiko-ports-'))));
    const [first, second] = folders as [string, string];
    const kept = await allocatePorts(first);
    expect(JSON.parse(await readFile(join(first, 'ports.json'), 'utf8'))).toEqual(kept);
    await writeFile(join(second, 'ports.json'), JSON.stringify(kept));
    const stranger = createServer();
    await new Promise<void>((resolve) => stranger.listen(kept.postgres, '127.0.0.1', resolve));
    expect(await isFree(kept.postgres)).toBe(false);
    expect((await allocatePorts(second)).postgres).not.toBe(kept.postgres);
    await new Promise((resolve) => stranger.close(resolve));
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
  });
});
