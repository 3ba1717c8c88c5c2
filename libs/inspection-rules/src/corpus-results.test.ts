import { describe } from '@jest/globals';
import { answerDefects } from '../test/corpus/result/answer-defects.js';
import { boundaryDefects } from '../test/corpus/result/boundary-defects.js';
import { codeDefects } from '../test/corpus/result/code-defects.js';
import { completenessDefects } from '../test/corpus/result/completeness-defects.js';
import { dateDefects } from '../test/corpus/result/date-defects.js';
import { detailDefects } from '../test/corpus/result/detail-defects.js';
import { documentDefects } from '../test/corpus/result/document-defects.js';
import { groupDefects } from '../test/corpus/result/group-defects.js';
import { headerDefects } from '../test/corpus/result/header-defects.js';
import { implausibleDefects } from '../test/corpus/result/implausible-defects.js';
import { itemDefects } from '../test/corpus/result/item-defects.js';
import { judgementDefects } from '../test/corpus/result/judgement-defects.js';
import { legalBoundaries } from '../test/corpus/result/legal-boundaries.js';
import { legalResults } from '../test/corpus/result/legal-results.js';
import { legalXml } from '../test/corpus/result/legal-xml.js';
import { mandatoryDefects } from '../test/corpus/result/mandatory-defects.js';
import { measureDefects } from '../test/corpus/result/measure-defects.js';
import { numberDefects } from '../test/corpus/result/number-defects.js';
import { observationDefects } from '../test/corpus/result/observation-defects.js';
import { personDefects } from '../test/corpus/result/person-defects.js';
import { relationDefects } from '../test/corpus/result/relation-defects.js';
import { textDefects } from '../test/corpus/result/text-defects.js';
import { ticketDefects } from '../test/corpus/result/ticket-defects.js';
import { ticketHeaderDefects } from '../test/corpus/result/ticket-header-defects.js';
import { unitDefects } from '../test/corpus/result/unit-defects.js';
import { valueDefects } from '../test/corpus/result/value-defects.js';
import { valueFormDefects } from '../test/corpus/result/value-form-defects.js';
import { proveCorpus } from '../test/corpus/prove-corpus.js';

describe('the judge says of a result what is wrong with it, once, where it is, and of nothing beside it', () => {
  describe('answer', () => proveCorpus(answerDefects));
  describe('boundary', () => proveCorpus(boundaryDefects));
  describe('code', () => proveCorpus(codeDefects));
  describe('completeness', () => proveCorpus(completenessDefects));
  describe('date', () => proveCorpus(dateDefects));
  describe('detail', () => proveCorpus(detailDefects));
  describe('document', () => proveCorpus(documentDefects));
  describe('group', () => proveCorpus(groupDefects));
  describe('header', () => proveCorpus(headerDefects));
  describe('implausible', () => proveCorpus(implausibleDefects));
  describe('item', () => proveCorpus(itemDefects));
  describe('judgement', () => proveCorpus(judgementDefects));
  describe('mandatory', () => proveCorpus(mandatoryDefects));
  describe('measure', () => proveCorpus(measureDefects));
  describe('number', () => proveCorpus(numberDefects));
  describe('observation', () => proveCorpus(observationDefects));
  describe('person', () => proveCorpus(personDefects));
  describe('relation', () => proveCorpus(relationDefects));
  describe('text', () => proveCorpus(textDefects));
  describe('ticket', () => proveCorpus(ticketDefects));
  describe('ticket header', () => proveCorpus(ticketHeaderDefects));
  describe('unit', () => proveCorpus(unitDefects));
  describe('value', () => proveCorpus(valueDefects));
  describe('value form', () => proveCorpus(valueFormDefects));
});

describe('the judge leaves results alone that are just within what is right', () =>
  proveCorpus(legalBoundaries));

describe('the judge leaves results alone that are unusual but right', () => proveCorpus(legalResults));

describe('the judge leaves XML of a result alone that is unusual but right', () => proveCorpus(legalXml));
