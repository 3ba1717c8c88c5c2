import { XmlWriter } from '../../xml/write-xml.js';
import { v4Namespace } from '../oids.js';
import type { SummaryDraft } from './model.js';

/** Writes 決済情報集計 (su08_V08.xml). */
export function writeSummary(draft: SummaryDraft): Uint8Array {
  const writer = new XmlWriter();
  writer
    .open('summary', { xmlns: v4Namespace })
    .leaf('serviceEventType', { code: draft.serviceEventType })
    .leaf('totalSubjectCount', { value: draft.totalSubjectCount })
    .leaf('totalCostAmount', { value: draft.totalCostAmount })
    .leaf('totalPaymentAmount', { value: draft.totalPaymentAmount });
  if (draft.totalPaymentByOtherProgram !== null) {
    writer.leaf('totalPaymentByOtherProgram', { value: draft.totalPaymentByOtherProgram });
  }
  return writer.leaf('totalClaimAmount', { value: draft.totalClaimAmount }).close().finish();
}
