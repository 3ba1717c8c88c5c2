import { describe } from '@jest/globals';
import { proveCorpus } from '../test/corpus/prove-corpus.js';
import { corpusTables } from '../test/corpus/tables.js';

describe('the judge says of an archive what is wrong with it, once and by its name', () => {
  for (const [name, rows] of Object.entries(corpusTables.archives)) describe(name, () => proveCorpus(rows));
});
