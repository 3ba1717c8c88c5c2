import { describe } from '@jest/globals';
import { archiveDefects } from '../test/corpus/archive-defects.js';
import { indexDefects } from '../test/corpus/index-defects.js';
import { legalWritings } from '../test/corpus/legal-writings.js';
import { proveDefects, proveLegal } from '../test/corpus/prove-corpus.js';

describe('the judge says of an archive what is wrong with it, once and by its name', () => {
  proveDefects(archiveDefects);
});

describe('the judge says of index and summary what is wrong with them, once and where it is', () => {
  proveDefects(indexDefects);
});

describe('the judge leaves archives alone that are unusual but right', () => {
  proveLegal(legalWritings);
});
