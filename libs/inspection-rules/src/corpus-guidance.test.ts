import { describe } from '@jest/globals';
import { guidanceDefects } from '../test/corpus/guidance-defects.js';
import { proveDefects } from '../test/corpus/prove-corpus.js';

describe('the judge says of guidance what is wrong with it, once, where it is, and of nothing beside it', () => {
  proveDefects(guidanceDefects);
});
