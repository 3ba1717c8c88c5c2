import { describe } from '@jest/globals';
import { checkupClaimDefects } from '../test/corpus/checkup-claim-defects.js';
import { legalClaims } from '../test/corpus/legal-claims.js';
import { proveDefects, proveLegal } from '../test/corpus/prove-corpus.js';

describe('the judge says of a claim what is wrong with it, once, where it is, and of nothing beside it', () => {
  proveDefects(checkupClaimDefects);
});

describe('the judge leaves claims alone that are unusual but right', () => {
  proveLegal(legalClaims);
});
