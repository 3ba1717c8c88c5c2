import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeWhole } from '@daiko/whole-files';
import { anyOfOursRuns, noteProcess, readProcess, reapLeftovers, waitForEnd } from '../process-record.js';
import { holdStateFolder } from '../state-owner.js';
import { PrivateProcess } from './private-process.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daiko-process-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const patient = (trace: string): string[] => ['-e', 'console.log("ready"); setInterval(() => 0, 1e6)', trace];

function privateProcess(deaths: string[], script?: string): PrivateProcess {
  const plan = {
    name: 'drill',
    command: process.execPath,
    args: script === undefined ? patient(folder) : ['-e', script, folder],
    env: {},
    trace: folder,
    stopSignal: 'SIGTERM' as const,
    stopDeadlineMs: 300,
  };
  return new PrivateProcess(plan, folder, (name, reason) => deaths.push(`${name} ${reason}`));
}

const isReady = async (drill: PrivateProcess): Promise<boolean> => (await drill.output()).includes('ready');

describe('a private process', () => {
  it('is ready when its own output says so, and its end on request is no death', async () => {
    const deaths: string[] = [];
    const drill = privateProcess(deaths);
    await drill.start();
    await drill.waitUntil(() => isReady(drill), 10_000);
    const pid = drill.pid!;
    expect(await anyOfOursRuns(folder)).toBe(true);
    await drill.stop();
    expect(await readProcess(pid)).toBeUndefined();
    expect(await anyOfOursRuns(folder)).toBe(false);
    expect(deaths).toEqual([]);
  });

  it('that does not listen to its signal is ended when the deadline passes', async () => {
    const drill = privateProcess(
      [],
      'process.on("SIGTERM", () => 0); console.log("ready"); setInterval(() => 0, 1e6)',
    );
    await drill.start();
    await drill.waitUntil(() => isReady(drill), 10_000);
    const pid = drill.pid!;
    await drill.stop();
    expect(await readProcess(pid)).toBeUndefined();
  });

  it('that dies by itself is reported', async () => {
    const deaths: string[] = [];
    const drill = privateProcess(deaths);
    await drill.start();
    await drill.waitUntil(() => isReady(drill), 10_000);
    const died = waitForEnd(drill.pid!, 10_000);
    await drill.kill('SIGKILL');
    expect(await died).toBe(true);
    expect(deaths).toEqual(['drill exit SIGKILL']);
  });

  it('that dies while starting is explained by its last words to whoever waits, and to nobody else', async () => {
    const deaths: string[] = [];
    const drill = privateProcess(deaths, 'console.error("no such key"); process.exit(7)');
    await drill.start();
    await expect(drill.waitUntil(async () => false, 10_000)).rejects.toMatchObject({
      code: 'server-failed',
      en: expect.stringContaining('no such key'),
    });
    expect(deaths).toEqual([]);
  });
});

describe('what an earlier run left behind', () => {
  it('is ended at the next start, and a stranger that has its number is left alone', async () => {
    const ours = spawn(process.execPath, patient(folder), { detached: true, stdio: 'ignore' });
    const stranger = spawn(process.execPath, patient('elsewhere'), { detached: true, stdio: 'ignore' });
    const record = { trace: folder, stopSignal: 'SIGTERM' as const };
    await noteProcess(folder, 'ours', { ...record, pid: ours.pid! });
    await noteProcess(folder, 'stranger', { ...record, pid: stranger.pid! });
    const reused = { ...record, pid: process.pid, startTicks: '1' };
    await writeWhole(join(folder, 'run/reused.json'), JSON.stringify(reused));
    const service = JSON.stringify({ pid: process.pid, args: ['--service', 'intake'] });
    await writeWhole(join(folder, 'run/intake.json'), service);
    await reapLeftovers(folder, () => undefined);
    expect(await readFile(join(folder, 'run/intake.json'), 'utf8')).toBe(service);
    expect(await waitForEnd(ours.pid!, 0)).toBe(true);
    expect(await readProcess(stranger.pid!)).toBeDefined();
    const ended = once(stranger, 'exit');
    stranger.kill('SIGKILL');
    await ended;
  });

  it('does not keep the folder: a dead owner is no owner, a living one is', async () => {
    await writeWhole(join(folder, 'owner.json'), JSON.stringify({ pid: process.pid, startTicks: '1' }));
    const release = await holdStateFolder(folder);
    await expect(holdStateFolder(folder)).rejects.toMatchObject({ code: 'servers-in-use' });
    expect(JSON.parse(await readFile(join(folder, 'owner.json'), 'utf8'))).toMatchObject({
      pid: process.pid,
    });
    await release();
    await (
      await holdStateFolder(folder)
    )();
  });
});
