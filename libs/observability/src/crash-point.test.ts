import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { armCrashPoints, type CrashOrder, crashPoint, type CrashPlan } from './crash-point.js';
import { FaultFolder } from './fault-folder.js';

const planOf = (orders: CrashOrder[]): CrashPlan => {
  const fired = new Set<string>();
  return {
    read: () => ({ id: 'test', orders }),
    claim: ({ id }) => !fired.has(id) && fired.add(id) !== undefined,
  };
};

afterEach(() => armCrashPoints(null));

describe('crash points', () => {
  it('are nothing at all while nobody has armed them', () => {
    expect(crashPoint('relay.published')).toBeUndefined();
  });

  it('do what is ordered at the passage that is named, once, and nothing at other points', async () => {
    armCrashPoints(
      planOf([
        { id: 'a', point: 'relay.publishing', at: 2, act: 'repeat' },
        { id: 'b', point: 'relay.publishing', at: 3, act: 'throw' },
      ]),
    );
    expect(await crashPoint('relay.published')).toBeUndefined();
    expect(await crashPoint('relay.publishing')).toBeUndefined();
    expect(await crashPoint('relay.publishing')).toBe('repeat');
    await expect(crashPoint('relay.publishing')).rejects.toThrow('relay.publishing');
    expect(await crashPoint('relay.publishing')).toBeUndefined();
  });

  it('kill the process that passes', async () => {
    const kill = jest.spyOn(process, 'kill').mockReturnValue(true);
    armCrashPoints(planOf([{ id: 'a', point: 'billing.posted', at: 1, act: 'kill' }]));
    await crashPoint('billing.posted');
    expect(kill).toHaveBeenCalledWith(process.pid, 'SIGKILL');
    kill.mockRestore();
  });

  it('take a new plan from their folder, count anew, tell what was carried out, and leave that to no later process', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'daiko-faults-'));
    const write = (id: string, clockAheadMs: number) => {
      const orders = { audit: [{ id: `${id}-1`, point: 'audit.appended', at: 1, act: 'repeat' }] };
      return writeFile(join(folder, 'plan.json'), JSON.stringify({ id, clockAheadMs, orders }));
    };
    const now = new FaultFolder(folder, 'audit').arm();
    expect(await crashPoint('audit.appended')).toBeUndefined();
    await write('first', 3_600_000);
    expect(await crashPoint('audit.appended')).toBe('repeat');
    expect(now().getTime() - Date.now()).toBeGreaterThan(3_500_000);
    new FaultFolder(folder, 'audit').arm();
    expect(await crashPoint('audit.appended')).toBeUndefined();
    await write('second', 10);
    expect(await crashPoint('audit.appended')).toBe('repeat');
    const lines = (await readFile(join(folder, 'fired.jsonl'), 'utf8')).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { order: string }).order)).toEqual([
      'first-1',
      'second-1',
    ]);
    await rm(folder, { recursive: true });
  });
});
