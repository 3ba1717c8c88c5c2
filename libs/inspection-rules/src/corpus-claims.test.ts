import { describe } from '@jest/globals';
import { chargeDefects } from '../test/corpus/claim/charge-defects.js';
import { claimAmountDefects } from '../test/corpus/claim/claim-amount-defects.js';
import { claimCopaymentDefects } from '../test/corpus/claim/claim-copayment-defects.js';
import { claimHeaderDefects } from '../test/corpus/claim/claim-header-defects.js';
import { claimPersonDefects } from '../test/corpus/claim/claim-person-defects.js';
import { claimTypeDefects } from '../test/corpus/claim/claim-type-defects.js';
import { legalClaims } from '../test/corpus/claim/legal-claims.js';
import { proveCorpus } from '../test/corpus/prove-corpus.js';

describe('the judge says of a claim what is wrong with it, once, where it is, and of nothing beside it', () => {
  describe('charge', () => proveCorpus(chargeDefects));
  describe('claim amount', () => proveCorpus(claimAmountDefects));
  describe('claim copayment', () => proveCorpus(claimCopaymentDefects));
  describe('claim header', () => proveCorpus(claimHeaderDefects));
  describe('claim person', () => proveCorpus(claimPersonDefects));
  describe('claim type', () => proveCorpus(claimTypeDefects));
});

describe('the judge leaves claims alone that are unusual but right', () => proveCorpus(legalClaims));
