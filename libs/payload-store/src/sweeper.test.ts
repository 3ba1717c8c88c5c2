import { describe, expect, it } from '@jest/globals';
import { MemoryObjectStore } from '../test/memory-object-store.js';
import { KeyRing } from './key-ring.js';
import { PayloadStore } from './payload-store.js';
import { Sweeper, type SweeperRows } from './sweeper.js';

// Purpose: what no row names goes, what a row names stays, and what a row takes up in between stays as well.

const now = new Date('2026-11-24T12:00:00Z');
const old = new Date('2026-11-23T00:00:00Z');

function sweeping(rows: Partial<SweeperRows>, isResting = false) {
  const memory = new MemoryObjectStore();
  for (const key of ['intake/2026-11/known', 'intake/2026-11/orphan', 'routing/2026-11/other']) {
    memory.objects.set(key, { body: Buffer.alloc(1), modifiedAt: old });
  }
  memory.objects.set('intake/2026-11/young', { body: Buffer.alloc(1), modifiedAt: now });
  memory.uploads.set('u1', { key: 'intake/2026-11/half', parts: new Map(), initiated: old });
  memory.uploads.set('u2', { key: 'intake/2026-11/running', parts: new Map(), initiated: now });
  const store = new PayloadStore({
    client: memory.client,
    bucket: 'daiko',
    keyRing: new KeyRing({ publicFolder: '/nowhere' }),
  });
  const sweeper = new Sweeper({
    store,
    service: 'intake',
    graceMs: 3600_000,
    isResting: async () => isResting,
    rows: {
      knows: async (keys) => new Set(keys.filter((key) => key.endsWith('known'))),
      claim: async () => true,
      ...rows,
    },
  });
  return { memory, sweeper };
}

describe('Sweeper', () => {
  it('removes only old objects and uploads of its own service that no row names', async () => {
    const { memory, sweeper } = sweeping({});
    expect(await sweeper.sweep(now)).toEqual({ removed: 1, kept: 1, uploadsAborted: 1 });
    expect([...memory.objects.keys()].sort()).toEqual([
      'intake/2026-11/known',
      'intake/2026-11/young',
      'routing/2026-11/other',
    ]);
    expect([...memory.uploads.keys()]).toEqual(['u2']);
  });

  it('keeps what it could not claim', async () => {
    const { sweeper } = sweeping({ claim: async () => false });
    expect(await sweeper.sweep(now)).toMatchObject({ removed: 0, kept: 2 });
  });

  it('rests until told', async () => {
    const { memory, sweeper } = sweeping({}, true);
    expect(await sweeper.sweep(now)).toEqual({ removed: 0, kept: 0, uploadsAborted: 0 });
    expect(memory.objects.size).toBe(4);
  });
});
