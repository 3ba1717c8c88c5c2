import { folderDefects } from './archive/folder-defects.js';
import { indexDefects } from './archive/index-defects.js';
import { kindDefects } from './archive/kind-defects.js';
import { layoutDefects } from './archive/layout-defects.js';
import { legalArchives } from './archive/legal-archives.js';
import { nameDefects } from './archive/name-defects.js';
import { summaryDefects } from './archive/summary-defects.js';
import { totalDefects } from './archive/total-defects.js';
import { zipDefects } from './archive/zip-defects.js';
import { chargeDefects } from './claim/charge-defects.js';
import { claimAmountDefects } from './claim/claim-amount-defects.js';
import { claimCopaymentDefects } from './claim/claim-copayment-defects.js';
import { claimHeaderDefects } from './claim/claim-header-defects.js';
import { claimPersonDefects } from './claim/claim-person-defects.js';
import { claimTypeDefects } from './claim/claim-type-defects.js';
import { legalClaims } from './claim/legal-claims.js';
import { courseDefects } from './guidance/course-defects.js';
import { evaluationDefects } from './guidance/evaluation-defects.js';
import { guidanceAmountDefects } from './guidance/guidance-amount-defects.js';
import { guidanceClaimDefects } from './guidance/guidance-claim-defects.js';
import { guidanceDayDefects } from './guidance/guidance-day-defects.js';
import { guidanceItemDefects } from './guidance/guidance-item-defects.js';
import { guidanceMoneyDefects } from './guidance/guidance-money-defects.js';
import { guidancePointDefects } from './guidance/guidance-point-defects.js';
import { guidanceRecordDefects } from './guidance/guidance-record-defects.js';
import { guidanceTotalDefects } from './guidance/guidance-total-defects.js';
import { interviewDefects } from './guidance/interview-defects.js';
import { legalGuidance } from './guidance/legal-guidance.js';
import { planDefects } from './guidance/plan-defects.js';
import { adjudicationDefects } from './record/adjudication-defects.js';
import { exchangeDefects } from './record/exchange-defects.js';
import { fileDefects } from './record/file-defects.js';
import { legalReturns } from './record/legal-returns.js';
import { repetitionDefects } from './record/repetition-defects.js';
import { returnDefects } from './record/return-defects.js';
import { xmlDefects } from './record/xml-defects.js';
import { answerDefects } from './result/answer-defects.js';
import { boundaryDefects } from './result/boundary-defects.js';
import { cardDefects } from './result/card-defects.js';
import { codeDefects } from './result/code-defects.js';
import { completenessDefects } from './result/completeness-defects.js';
import { contradictionDefects } from './result/contradiction-defects.js';
import { converterDefects } from './result/converter-defects.js';
import { dateDefects } from './result/date-defects.js';
import { detailDefects } from './result/detail-defects.js';
import { documentDefects } from './result/document-defects.js';
import { elderlyDefects } from './result/elderly-defects.js';
import { groupDefects } from './result/group-defects.js';
import { headerDefects } from './result/header-defects.js';
import { headerWritings } from './result/header-writings.js';
import { implausibleDefects } from './result/implausible-defects.js';
import { itemDefects } from './result/item-defects.js';
import { judgementDefects } from './result/judgement-defects.js';
import { legalBoundaries } from './result/legal-boundaries.js';
import { legalResults } from './result/legal-results.js';
import { legalXml } from './result/legal-xml.js';
import { mandatoryDefects } from './result/mandatory-defects.js';
import { measureDefects } from './result/measure-defects.js';
import { namingDefects } from './result/naming-defects.js';
import { numberDefects } from './result/number-defects.js';
import { observationDefects } from './result/observation-defects.js';
import { personDefects } from './result/person-defects.js';
import { relationDefects } from './result/relation-defects.js';
import { textDefects } from './result/text-defects.js';
import { ticketDefects } from './result/ticket-defects.js';
import { ticketHeaderDefects } from './result/ticket-header-defects.js';
import { unitDefects } from './result/unit-defects.js';
import { valueDefects } from './result/value-defects.js';
import { valueFormDefects } from './result/value-form-defects.js';
import type { Row } from './defect.js';

/** Every table of the corpus by what it speaks of: what goes wrong, and what is right although it looks odd. */
export const corpusTables = {
  archives: {
    folder: folderDefects,
    index: indexDefects,
    kind: kindDefects,
    layout: layoutDefects,
    name: nameDefects,
    summary: summaryDefects,
    total: totalDefects,
    zip: zipDefects,
    'legal archives': legalArchives,
  },
  claims: {
    charge: chargeDefects,
    'claim amount': claimAmountDefects,
    'claim copayment': claimCopaymentDefects,
    'claim header': claimHeaderDefects,
    'claim person': claimPersonDefects,
    'claim type': claimTypeDefects,
    'legal claims': legalClaims,
  },
  guidance: {
    course: courseDefects,
    evaluation: evaluationDefects,
    'guidance amount': guidanceAmountDefects,
    'guidance claim': guidanceClaimDefects,
    'guidance day': guidanceDayDefects,
    'guidance item': guidanceItemDefects,
    'guidance money': guidanceMoneyDefects,
    'guidance point': guidancePointDefects,
    'guidance record': guidanceRecordDefects,
    'guidance total': guidanceTotalDefects,
    interview: interviewDefects,
    plan: planDefects,
    'legal guidance': legalGuidance,
  },
  records: {
    adjudication: adjudicationDefects,
    exchange: exchangeDefects,
    file: fileDefects,
    repetition: repetitionDefects,
    return: returnDefects,
    xml: xmlDefects,
    'legal returns, answers and guidance': legalReturns,
  },
  results: {
    converter: converterDefects,
    answer: answerDefects,
    boundary: boundaryDefects,
    card: cardDefects,
    code: codeDefects,
    completeness: completenessDefects,
    contradiction: contradictionDefects,
    date: dateDefects,
    detail: detailDefects,
    document: documentDefects,
    elderly: elderlyDefects,
    group: groupDefects,
    header: headerDefects,
    'header writings': headerWritings,
    implausible: implausibleDefects,
    item: itemDefects,
    judgement: judgementDefects,
    mandatory: mandatoryDefects,
    measure: measureDefects,
    naming: namingDefects,
    number: numberDefects,
    observation: observationDefects,
    person: personDefects,
    relation: relationDefects,
    text: textDefects,
    ticket: ticketDefects,
    'ticket header': ticketHeaderDefects,
    unit: unitDefects,
    value: valueDefects,
    'value form': valueFormDefects,
    'legal boundaries': legalBoundaries,
    'legal results': legalResults,
    'legal XML': legalXml,
  },
} as const satisfies Record<string, Record<string, readonly Row[]>>;
