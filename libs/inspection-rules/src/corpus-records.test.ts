import { describe } from '@jest/globals';
import { proveDefects } from '../test/corpus/prove-corpus.js';
import { repetitionDefects } from '../test/corpus/repetition-defects.js';
import { returnedWrongly, writtenWrongly } from '../test/corpus/record-defects.js';

describe('the judge returns the one record whose file is written wrongly', () => {
  proveDefects(writtenWrongly);
});

describe('the judge says of a return of an insurer what is wrong with it', () => {
  proveDefects(returnedWrongly);
});

describe('the judge returns what repeats an earlier record of the archive, by the rule that the history has for it', () => {
  proveDefects(repetitionDefects);
});
