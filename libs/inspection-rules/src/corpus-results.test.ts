import { describe } from '@jest/globals';
import { proveCorpus } from '../test/corpus/prove-corpus.js';
import { corpusTables } from '../test/corpus/tables.js';

describe('the judge says of a result what is wrong with it, once, where it is, and of nothing beside it', () => {
  for (const [name, rows] of Object.entries(corpusTables.results)) describe(name, () => proveCorpus(rows));
});
