import { describe } from '@jest/globals';
import { archiveDefects } from '../test/corpus/archive-defects.js';
import { proveDefects } from '../test/corpus/prove-corpus.js';

describe('the judge says of an archive what is wrong with it, once and by its name', () => {
  proveDefects(archiveDefects);
});
