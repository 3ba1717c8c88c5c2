import { describe, expect, it } from '@jest/globals';
import { sharesOf } from './profile-shares.js';

const frame = (functionName: string, url = '') => ({ functionName, url, lineNumber: 0 });
const itself = (url: string) => url;

describe('the shares of a profile', () => {
  it('give what Node does to the part that called it, and leave out waiting', () => {
    const profile = {
      nodes: [
        { id: 1, callFrame: frame('(root)'), children: [2, 3, 5, 6] },
        { id: 2, callFrame: frame('seal', 'file:///x/libs/payload-store/dist/seal.js'), children: [4] },
        { id: 3, callFrame: frame('query', 'file:///x/node_modules/pg/lib/client.js') },
        { id: 4, callFrame: frame('update', 'node:internal/crypto/cipher') },
        { id: 5, callFrame: frame('(idle)') },
        { id: 6, callFrame: frame('(garbage collector)') },
      ],
      samples: [2, 4, 3, 5, 6],
      timeDeltas: [10, 50, 30, 1000, 10],
    };
    expect(sharesOf(profile, itself, 0)).toEqual([
      { part: 'libs/payload-store', share: 0.6 },
      { part: 'pg', share: 0.3 },
      { part: 'garbage collection', share: 0.1 },
    ]);
  });

  it('begin when the process has started', () => {
    const profile = {
      nodes: [
        { id: 1, callFrame: frame('load', 'file:///x/node_modules/pg/lib/index.js') },
        { id: 2, callFrame: frame('query', 'file:///x/node_modules/typeorm/query.js') },
      ],
      samples: [1, 2],
      timeDeltas: [40, 60],
    };
    expect(sharesOf(profile, itself, 50)).toEqual([{ part: 'typeorm', share: 1 }]);
  });
});
