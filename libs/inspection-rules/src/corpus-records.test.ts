import { describe } from '@jest/globals';
import { adjudicationDefects } from '../test/corpus/record/adjudication-defects.js';
import { exchangeDefects } from '../test/corpus/record/exchange-defects.js';
import { fileDefects } from '../test/corpus/record/file-defects.js';
import { legalReturns } from '../test/corpus/record/legal-returns.js';
import { repetitionDefects } from '../test/corpus/record/repetition-defects.js';
import { returnDefects } from '../test/corpus/record/return-defects.js';
import { xmlDefects } from '../test/corpus/record/xml-defects.js';
import { proveCorpus } from '../test/corpus/prove-corpus.js';

describe('the judge returns the one record that is written wrongly, comes back wrongly or repeats another', () => {
  describe('adjudication', () => proveCorpus(adjudicationDefects));
  describe('exchange', () => proveCorpus(exchangeDefects));
  describe('file', () => proveCorpus(fileDefects));
  describe('repetition', () => proveCorpus(repetitionDefects));
  describe('return', () => proveCorpus(returnDefects));
  describe('xml', () => proveCorpus(xmlDefects));
});

describe('the judge leaves returns, answers and guidance alone that are right', () =>
  proveCorpus(legalReturns));
