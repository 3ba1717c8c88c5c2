import { describe, expect, it } from '@jest/globals';
import { isServerAway } from './server-away.js';

describe('isServerAway', () => {
  it.each([
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }),
    Object.assign(new Error('sorry, too many clients already'), { code: '53300' }),
    new Error('Connection terminated unexpectedly'),
  ])('knows a server that was away: %s', (error) => {
    expect(isServerAway(error)).toBe(true);
  });

  it.each([
    Object.assign(new Error('duplicate key value'), { code: '23505' }),
    new TypeError('x is not a function'),
    'Connection terminated',
    null,
  ])('knows what is our own fault: %s', (error) => {
    expect(isServerAway(error)).toBe(false);
  });
});
