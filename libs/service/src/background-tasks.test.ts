import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createLogger } from '@daiko/observability';
import { BackgroundTasks } from './background-tasks.js';

describe('work at intervals', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('begins with the service, waits for its own end, goes on after a failure and ends with the service', async () => {
    const tasks = new BackgroundTasks(createLogger('test', 'silent'));
    let turns = 0;
    let finish = () => undefined as void;
    tasks.every('seal', 1000, async () => {
      turns += 1;
      if (turns === 1) throw new Error('once');
      await new Promise<void>((resolve) => (finish = resolve));
    });
    await jest.advanceTimersByTimeAsync(5000);
    expect(turns).toBe(0);
    tasks.start();
    await jest.advanceTimersByTimeAsync(999);
    expect(turns).toBe(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(turns).toBe(1);
    await jest.advanceTimersByTimeAsync(5000);
    expect(turns).toBe(2);
    let isStopped = false;
    const stopped = tasks.stop().then(() => (isStopped = true));
    await jest.advanceTimersByTimeAsync(0);
    expect(isStopped).toBe(false);
    finish();
    await stopped;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(turns).toBe(2);
  });

  it('takes the first turn at once where that is wanted', async () => {
    const tasks = new BackgroundTasks(createLogger('test', 'silent'));
    let turns = 0;
    tasks.every('announce', 60_000, async () => void (turns += 1), { atStart: true });
    tasks.start();
    await jest.advanceTimersByTimeAsync(0);
    expect(turns).toBe(1);
    await tasks.stop();
  });
});
