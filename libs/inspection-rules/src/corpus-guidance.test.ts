import { describe } from '@jest/globals';
import { guidanceClaimDefects } from '../test/corpus/guidance/guidance-claim-defects.js';
import { guidancePointDefects } from '../test/corpus/guidance/guidance-point-defects.js';
import { guidanceRecordDefects } from '../test/corpus/guidance/guidance-record-defects.js';
import { proveCorpus } from '../test/corpus/prove-corpus.js';

describe('the judge says of guidance what is wrong with it, once, where it is, and of nothing beside it', () => {
  describe('guidance claim', () => proveCorpus(guidanceClaimDefects));
  describe('guidance point', () => proveCorpus(guidancePointDefects));
  describe('guidance record', () => proveCorpus(guidanceRecordDefects));
});
