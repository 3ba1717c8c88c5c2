import { describe, expect, it } from '@jest/globals';
import { Measurement, parsePeakRss, parseStat, parseWritten, useByRoot } from './process-figures.js';

describe('figures of processes', () => {
  it('are read behind a name that holds brackets and blanks', () => {
    const fields = ['S', '1', ...Array<string>(9).fill('0'), '11', '7', '3', '2', '20'];
    expect(parseStat(`42 (a) b (c) ${fields.join(' ')}`)).toEqual({ parent: 1, own: 18, ended: 5 });
    expect(parseWritten('rchar: 5\nwrite_bytes: 8192\ncancelled_write_bytes: 1\n')).toBe(8192);
    expect(parsePeakRss('Name:\tnode\nVmHWM:\t  123456 kB\nVmRSS:\t1 kB\n')).toBe(123456 * 1024);
  });

  it('count every process once, for its nearest root, with what has ended below it', () => {
    const all = new Map([
      [1, { parent: 0, own: 1000, ended: 0, written: 10 }],
      [10, { parent: 1, own: 5, ended: 2, written: 10 }],
      [11, { parent: 10, own: 7, ended: 0, written: 10 }],
      [12, { parent: 11, own: 1, ended: 0, written: 10 }],
      [20, { parent: 10, own: 4, ended: 0, written: 10 }],
      [30, { parent: 1, own: 9, ended: 0, written: 10 }],
    ]);
    expect([...useByRoot(all, [10, 20])]).toEqual([
      [10, { ticks: 5 + 2 + 7 + 1, written: 30 }],
      [20, { ticks: 4, written: 10 }],
    ]);
  });

  it('see the work and the memory of this very process', async () => {
    const measurement = await Measurement.begin({ self: process.pid });
    const filled = Buffer.alloc(64 * 1024 * 1024, 1);
    for (const until = Date.now() + 120; Date.now() < until;) filled.fill(2, 0, 4096);
    const { self } = await measurement.end();
    expect(self?.cpuMs).toBeGreaterThanOrEqual(50);
    expect(self?.peakRssBytes).toBeGreaterThan(64 * 1024 * 1024);
  });
});
