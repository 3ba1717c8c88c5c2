import { describe } from '@jest/globals';
import { fileDefects } from '../test/corpus/record/file-defects.js';
import { repetitionDefects } from '../test/corpus/record/repetition-defects.js';
import { returnDefects } from '../test/corpus/record/return-defects.js';
import { proveCorpus } from '../test/corpus/prove-corpus.js';

describe('the judge returns the one record that is written wrongly, comes back wrongly or repeats another', () => {
  describe('file', () => proveCorpus(fileDefects));
  describe('repetition', () => proveCorpus(repetitionDefects));
  describe('return', () => proveCorpus(returnDefects));
});
