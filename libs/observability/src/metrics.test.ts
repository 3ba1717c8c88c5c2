import { describe, expect, it } from '@jest/globals';
import { Metrics } from './metrics.js';

describe('Metrics', () => {
  it('gives the same metric for the same name and writes it with its service', async () => {
    const metrics = new Metrics();
    metrics.describeProcess('intake');
    metrics.counter('daiko_things_total', 'Things', ['type']).inc({ type: 'a' });
    metrics.counter('daiko_things_total', 'Things', ['type']).inc({ type: 'a' });
    const text = await metrics.text();
    expect(text).toContain('daiko_things_total{type="a",service="intake"} 2');
    expect(text).toContain('process_cpu_seconds_total');
  });
});
