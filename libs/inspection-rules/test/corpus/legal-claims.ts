import type { CorpusLegal } from './prove-corpus.js';
import { claim } from './spoil.js';

/** Writings of claims that are unusual but right. */
export const legalClaims: readonly CorpusLegal[] = [
  { legal: '他健診負担額を0円と明記', edit: claim(() => ({ paymentByOtherProgram: 0 })) },
  {
    legal: '定額の券の額が0円',
    on: 'basic, free',
    edit: claim(() => ({ chargeBasic: { code: '2', amount: 0 } })),
  },
];
