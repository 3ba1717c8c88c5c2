import { describe } from '@jest/globals';
import { proveCorpus } from '../test/corpus/prove-corpus.js';
import { corpusTables } from '../test/corpus/tables.js';

describe('the judge returns the one record that is written wrongly, comes back wrongly or repeats another', () => {
  for (const [name, rows] of Object.entries(corpusTables.records)) describe(name, () => proveCorpus(rows));
});
