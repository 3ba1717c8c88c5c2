import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { createLogger, type LogEntry, type LogLevel } from './logger.js';
import { metrics } from './metrics.js';
import { withTrace } from './trace.js';

async function lines(level: LogLevel, write: (logger: ReturnType<typeof createLogger>) => void) {
  const written: string[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  write(createLogger('intake', level, output));
  await new Promise((resolve) => setImmediate(resolve));
  return written
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
const dropped = async () => {
  const values = await metrics.registry.getSingleMetric('daiko_log_fields_dropped_total')?.get();
  return values?.values[0]?.value ?? 0;
};

describe('createLogger', () => {
  it('writes fields of the allow-list, with service, time and trace', async () => {
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const [line] = await lines('info', (logger) =>
      withTrace(traceparent, () => logger.info('received', { submissionId: 's1', count: 3 })),
    );
    expect(line).toMatchObject({
      level: 'info',
      message: 'received',
      service: 'intake',
      submissionId: 's1',
      count: 3,
      traceId: 'a'.repeat(32),
    });
    expect(Date.parse(String(line?.time))).not.toBeNaN();
  });

  it('drops and counts every other field, and objects under an allowed name', async () => {
    const before = await dropped();
    const entry = {
      patientName: 'x',
      body: { a: 1 },
      code: { deep: 'value' },
      count: 1,
    } as unknown as LogEntry;
    const [line] = await lines('info', (logger) => logger.info('m', entry));
    expect(Object.keys(line ?? {}).sort()).toEqual(['count', 'level', 'message', 'service', 'time']);
    expect(await dropped()).toBe(before + 3);
  });

  it('of an error writes name and code, and at debug our stack, but never its message', async () => {
    const error = Object.assign(new Error('insured number 123'), { code: '23505' });
    const [atInfo] = await lines('info', (logger) => logger.error('failed', { error }));
    expect(atInfo).toMatchObject({ errorName: 'Error', errorCode: '23505' });
    expect(atInfo).not.toHaveProperty('stack');
    const [atDebug] = await lines('debug', (logger) => logger.error('failed', { error }));
    expect(String(atDebug?.stack)).toContain('logger.test');
    expect(JSON.stringify([atInfo, atDebug])).not.toContain('insured number');
  });

  it('keeps below its level silent', async () => {
    expect(await lines('warn', (logger) => logger.info('m'))).toEqual([]);
    expect(await lines('silent', (logger) => logger.error('m'))).toEqual([]);
  });
});
