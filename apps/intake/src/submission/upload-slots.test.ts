import { describe, expect, it } from '@jest/globals';
import { UploadSlots } from './upload-slots.js';

// Purpose: however many send at once, only so many are in memory, in the order in which they came.

const sender = { partnerId: 'a', limits: { uploadsConcurrentMax: 10 } };
const bounds = { uploadsMax: 2, waitingMax: 3, waitMs: 1000 };

describe('UploadSlots', () => {
  it('runs so many at once, the others in turn, and goes on after a failure', async () => {
    const slots = new UploadSlots(bounds);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const upload = (name: number) =>
      slots.run(sender, async () => {
        running += 1;
        most = Math.max(most, running);
        order.push(name);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        if (name === 0) throw new Error('cut off');
      });
    const done = await Promise.allSettled([0, 1, 2, 3, 4].map(upload));
    expect([most, order, done.filter(({ status }) => status === 'rejected').length]).toEqual([
      2,
      [0, 1, 2, 3, 4],
      1,
    ]);
    await upload(5);
    expect(order).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('turns away whom it cannot serve in time, and loses no place by it', async () => {
    const slots = new UploadSlots({ uploadsMax: 1, waitingMax: 1, waitMs: 10 });
    const hold = Promise.withResolvers<void>();
    const first = slots.run(sender, () => hold.promise);
    const second = slots.run(sender, async () => 'second');
    await expect(slots.run(sender, async () => 'third')).rejects.toThrow('intake.busy');
    await expect(second).rejects.toThrow('intake.busy');
    hold.resolve();
    await first;
    expect(await slots.run(sender, async () => 'fourth')).toBe('fourth');
  });

  it('gives one sender no more than its own limit and one, running and waiting together, and others their turn', async () => {
    const slots = new UploadSlots(bounds);
    const greedy = { partnerId: 'greedy', limits: { uploadsConcurrentMax: 1 } };
    const hold = Promise.withResolvers<void>();
    const own = [slots.run(greedy, () => hold.promise), slots.run(greedy, () => hold.promise)];
    await expect(slots.run(greedy, async () => 'third')).rejects.toThrow('intake.too-many-uploads');
    const other = slots.run(sender, async () => 'other');
    hold.resolve();
    await Promise.all(own);
    expect(await other).toBe('other');
    expect(await slots.run(greedy, async () => 'again')).toBe('again');
  });
});
