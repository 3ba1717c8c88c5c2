import type { XmlElement } from '../../xml/xml-element.js';
import { placedAttribute, placedNumber } from '../placed.js';
import type { SummaryFile } from './model.js';

/** Reads 決済情報集計; never fails, missing parts are null. */
export function readSummary(root: XmlElement): SummaryFile {
  return {
    at: root,
    serviceEventType: placedAttribute(root.child('serviceEventType'), 'code'),
    totalSubjectCount: placedNumber(root.child('totalSubjectCount')),
    totalCostAmount: placedNumber(root.child('totalCostAmount')),
    totalPaymentAmount: placedNumber(root.child('totalPaymentAmount')),
    totalPaymentByOtherProgram: placedNumber(root.child('totalPaymentByOtherProgram')),
    totalClaimAmount: placedNumber(root.child('totalClaimAmount')),
  };
}
