import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { allowUnread } from './output.js';

// Purpose: `daiko … | head` ends without a stack trace, and no other fault of an output is hidden by that.

describe('an output whose reader has gone', () => {
  const output = new EventEmitter();
  allowUnread(output);

  it('is no fault', () => {
    expect(() =>
      output.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    ).not.toThrow();
  });

  it('hides no other fault', () => {
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    expect(() => output.emit('error', full)).toThrow('no space left');
  });
});
