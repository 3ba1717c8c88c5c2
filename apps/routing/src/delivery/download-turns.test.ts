import { describe, expect, it } from '@jest/globals';
import { DownloadTurns } from './download-turns.js';

// Purpose: a partner that opens downloads and does not read them can fill neither the memory nor the ways of the others.

describe('DownloadTurns', () => {
  it('gives a partner eight at a time, whatever others do, and each place back once', () => {
    const turns = new DownloadTurns();
    const given = Array.from({ length: 8 }, () => turns.take('a'));
    expect(() => turns.take('a')).toThrow('routing.too-many-downloads');
    turns.take('b');
    given[0]?.();
    given[0]?.();
    turns.take('a');
    expect(() => turns.take('a')).toThrow('routing.too-many-downloads');
  });
});
