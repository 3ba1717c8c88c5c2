import { describe, expect, it } from '@jest/globals';
import { HealthRegistry } from './health-registry.js';

describe('HealthRegistry', () => {
  it('is ready where every check passes', async () => {
    const health = new HealthRegistry();
    health.addReadinessCheck('database', async () => true);
    health.addReadinessCheck('broker', () => true);
    expect(await health.readiness()).toEqual({ isReady: true, checks: { database: true, broker: true } });
  });

  it('is not ready where a check fails, throws or hangs', async () => {
    const health = new HealthRegistry(10);
    health.addReadinessCheck('fails', () => false);
    health.addReadinessCheck('throws', () => {
      throw new Error('down');
    });
    health.addReadinessCheck('hangs', () => new Promise(() => undefined));
    health.addReadinessCheck('passes', () => true);
    expect(await health.readiness()).toEqual({
      isReady: false,
      checks: { fails: false, throws: false, hangs: false, passes: true },
    });
  });
});
