import { describe } from '@jest/globals';
import { codeDefects } from '../test/corpus/result/code-defects.js';
import { dateDefects } from '../test/corpus/result/date-defects.js';
import { detailDefects } from '../test/corpus/result/detail-defects.js';
import { documentDefects } from '../test/corpus/result/document-defects.js';
import { implausibleDefects } from '../test/corpus/result/implausible-defects.js';
import { itemDefects } from '../test/corpus/result/item-defects.js';
import { judgementDefects } from '../test/corpus/result/judgement-defects.js';
import { legalResults } from '../test/corpus/result/legal-results.js';
import { legalXml } from '../test/corpus/result/legal-xml.js';
import { mandatoryDefects } from '../test/corpus/result/mandatory-defects.js';
import { numberDefects } from '../test/corpus/result/number-defects.js';
import { personDefects } from '../test/corpus/result/person-defects.js';
import { relationDefects } from '../test/corpus/result/relation-defects.js';
import { textDefects } from '../test/corpus/result/text-defects.js';
import { ticketDefects } from '../test/corpus/result/ticket-defects.js';
import { unitDefects } from '../test/corpus/result/unit-defects.js';
import { valueDefects } from '../test/corpus/result/value-defects.js';
import { valueFormDefects } from '../test/corpus/result/value-form-defects.js';
import { proveCorpus } from '../test/corpus/prove-corpus.js';

describe('the judge says of a result what is wrong with it, once, where it is, and of nothing beside it', () => {
  describe('code', () => proveCorpus(codeDefects));
  describe('date', () => proveCorpus(dateDefects));
  describe('detail', () => proveCorpus(detailDefects));
  describe('document', () => proveCorpus(documentDefects));
  describe('implausible', () => proveCorpus(implausibleDefects));
  describe('item', () => proveCorpus(itemDefects));
  describe('judgement', () => proveCorpus(judgementDefects));
  describe('mandatory', () => proveCorpus(mandatoryDefects));
  describe('number', () => proveCorpus(numberDefects));
  describe('person', () => proveCorpus(personDefects));
  describe('relation', () => proveCorpus(relationDefects));
  describe('text', () => proveCorpus(textDefects));
  describe('ticket', () => proveCorpus(ticketDefects));
  describe('unit', () => proveCorpus(unitDefects));
  describe('value', () => proveCorpus(valueDefects));
  describe('value form', () => proveCorpus(valueFormDefects));
});

describe('the judge leaves results alone that are unusual but right', () => proveCorpus(legalResults));

describe('the judge leaves XML of a result alone that is unusual but right', () => proveCorpus(legalXml));
