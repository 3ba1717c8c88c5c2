import { describe } from '@jest/globals';
import { evaluationDefects } from '../test/corpus/guidance/evaluation-defects.js';
import { guidanceClaimDefects } from '../test/corpus/guidance/guidance-claim-defects.js';
import { guidanceMoneyDefects } from '../test/corpus/guidance/guidance-money-defects.js';
import { guidancePointDefects } from '../test/corpus/guidance/guidance-point-defects.js';
import { guidanceRecordDefects } from '../test/corpus/guidance/guidance-record-defects.js';
import { interviewDefects } from '../test/corpus/guidance/interview-defects.js';
import { planDefects } from '../test/corpus/guidance/plan-defects.js';
import { proveCorpus } from '../test/corpus/prove-corpus.js';

describe('the judge says of guidance what is wrong with it, once, where it is, and of nothing beside it', () => {
  describe('evaluation', () => proveCorpus(evaluationDefects));
  describe('guidance claim', () => proveCorpus(guidanceClaimDefects));
  describe('guidance money', () => proveCorpus(guidanceMoneyDefects));
  describe('guidance point', () => proveCorpus(guidancePointDefects));
  describe('guidance record', () => proveCorpus(guidanceRecordDefects));
  describe('interview', () => proveCorpus(interviewDefects));
  describe('plan', () => proveCorpus(planDefects));
});
