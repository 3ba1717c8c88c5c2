import { XmlWriter } from '../../xml/write-xml.js';
import { writeCharge, writeSubject } from '../claim-parts.js';
import { oids, v4Namespace } from '../oids.js';
import type { GuidanceClaimDraft } from './model.js';

/** Writes 特定保健指導決済情報 (p*.xml). */
export function writeGuidanceClaim(draft: GuidanceClaimDraft): Uint8Array {
  const writer = new XmlWriter();
  writer
    .open('healthGuidanceClaim', { xmlns: v4Namespace })
    .open('encounter')
    .leaf('serviceEventType', { code: '2' })
    .leaf('guidanceLevel', { code: draft.guidanceLevel })
    .leaf('guidanceTiming', { code: draft.guidanceTiming })
    .close();
  writeSubject(writer, { ...draft.subject, address: null });
  writeCard(writer, draft);
  writeSettlement(writer, draft);
  return writer.close().finish();
}

function writeCard(writer: XmlWriter, draft: GuidanceClaimDraft): void {
  writer.open('healthGuidanceCard');
  if (draft.ticketNumber !== null) {
    writer.leaf('id', { root: oids.guidanceTicket, extension: draft.ticketNumber });
  }
  if (draft.checkupTicketNumber !== null) {
    writer.leaf('checkupCardId', { root: oids.checkupTicket, extension: draft.checkupTicketNumber });
  }
  if (draft.ticketExpiry !== null) {
    writer.open('effectiveTime').leaf('high', { value: draft.ticketExpiry }).close();
  }
  if (draft.copayment !== null) writeCharge(writer, 'copayment', draft.copayment);
  if (draft.maxInsuranceLimit !== null) writeCharge(writer, 'maxInsuranceLimit', draft.maxInsuranceLimit);
  writer.close();
}

function writeSettlement(writer: XmlWriter, draft: GuidanceClaimDraft): void {
  writer
    .open('settlement')
    .open('unitPrice')
    .leaf('amount', { value: draft.unitPrice })
    .close()
    .leaf('paymentRate', { value: draft.paymentRate });
  if (draft.pointCountCompleted !== null) {
    writer.leaf('pointCountCompleted', { value: draft.pointCountCompleted });
  }
  if (draft.pointCountIntended !== null) {
    writer.leaf('pointCountIntended', { value: draft.pointCountIntended });
  }
  writer
    .leaf('calculatedAmount', { value: draft.calculatedAmount })
    .open('payment')
    .leaf('status', { code: draft.paymentStatus })
    .leaf('amount', { value: draft.paymentAmount })
    .close()
    .leaf('claimAmount', { value: draft.claimAmount })
    .close();
}
