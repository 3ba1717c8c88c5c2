import type { Exchange, ExchangeKind } from '@daiko/exchange-format';
import { Engine } from './engine.js';
import { ItemStep } from './item-step.js';
import { preparedOnce } from './prepared-once.js';
import { titlesOf } from './return-text.js';
import type { AppliesTo } from './document-facts.js';
import type { Rule } from './rule.js';
import type { InspectionSettings } from './settings.js';

/** The rules on the records of an exchange, chosen and prepared. */
export interface RecordRules {
  readonly checkup: RecordSteps;
  readonly guidance: RecordSteps;
  readonly titleOf: (rule: string) => string;
}

/** The rules on records of one kind, in the order in which they run. */
export type RecordSteps = ReturnType<typeof recordSteps>;

const preparedByKind = preparedOnce(() => new Map<ExchangeKind, RecordRules>());

/** Rules on the records of an exchange: of a claim all, of what comes back or goes out its form and what was said of it. */
export function recordRulesFor(
  rules: readonly Rule[],
  settings: InspectionSettings,
  exchange: Exchange | null,
): RecordRules {
  const byKind = preparedByKind(rules, settings);
  const kind = exchange?.kind ?? '1';
  let known = byKind.get(kind);
  if (known === undefined) byKind.set(kind, (known = prepare(rules, settings, kind)));
  return known;
}

function prepare(rules: readonly Rule[], settings: InspectionSettings, kind: ExchangeKind): RecordRules {
  const ofKind = rules.filter(
    (rule) => rule.exchanges?.includes(kind) ?? (kind === '1' || rule.subject === 'document'),
  );
  const engine = new Engine(ofKind, settings);
  return {
    checkup: recordSteps(engine, 'hc', 'cc'),
    guidance: recordSteps(engine, 'hg', 'gc'),
    titleOf: titlesOf(ofKind),
  };
}

function recordSteps(engine: Engine, result: AppliesTo, claim: AppliesTo) {
  const both = [result, claim];
  return {
    resultFile: engine.step('document', 4, [result]),
    claimFile: engine.step('document', 4, [claim]),
    pair: engine.step('pair', 5, both),
    contents: engine.step('pair', 6, both),
    resultIdentity: engine.step('identity', 6, [result]),
    claimIdentity: engine.step('identity', 6, [claim]),
    checkup: engine.step('checkup', 6, [result]),
    items: new ItemStep(engine.step('item', 6, [result])),
    checkupClaim: engine.step('checkup-claim', 6, [claim]),
    guidance: engine.step('guidance', 6, [result]),
    guidanceClaim: engine.step('guidance-claim', 6, [claim]),
  };
}
