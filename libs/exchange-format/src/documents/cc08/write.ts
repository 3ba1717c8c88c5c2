import { XmlWriter } from '../../xml/write-xml.js';
import { type ChargeDraft, sixDigits, writeCharge, writeSubject } from '../claim-parts.js';
import { oids, v4Namespace } from '../oids.js';
import type { CheckupClaimDraft } from './model.js';

/** Writes 特定健診決済情報 (c*.xml). */
export function writeCheckupClaim(draft: CheckupClaimDraft): Uint8Array {
  const writer = new XmlWriter();
  writer
    .open('checkupClaim', { xmlns: v4Namespace })
    .open('encounter')
    .leaf('serviceEventType', { code: '1' })
    .close();
  writeSubject(writer, draft.subject);
  writeCard(writer, draft);
  writeSettlement(writer, draft);
  return writer.close().finish();
}

function writeCard(writer: XmlWriter, draft: CheckupClaimDraft): void {
  writer.open('checkupCard');
  if (draft.ticketNumber !== null) {
    writer.leaf('id', { root: oids.checkupTicket, extension: draft.ticketNumber });
  }
  if (draft.ticketExpiry !== null) {
    writer.open('effectiveTime').leaf('high', { value: draft.ticketExpiry }).close();
  }
  const charge = (name: string, value: ChargeDraft | null) => {
    if (value !== null) writeCharge(writer, name, value);
  };
  charge('chargeTypeBasic', draft.chargeBasic);
  charge('chargeTypeDetail', draft.chargeDetail);
  charge('chargeTypeOther', draft.chargeOther);
  if (draft.dockCopayment !== null || draft.dockLimit !== null) {
    writer.open('chargeTypeHumanDryDock');
    charge('copayment', draft.dockCopayment);
    charge('maxInsuranceLimit', draft.dockLimit);
    writer.close();
  }
  writer.close();
}

function writeSettlement(writer: XmlWriter, draft: CheckupClaimDraft): void {
  writer
    .open('settlement')
    .leaf('claimType', { code: draft.claimType })
    .leaf('commissionType', { code: draft.commissionType });
  if (draft.unitPriceBasic !== null) {
    writer.open('unitPriceBasic').leaf('amount', { value: draft.unitPriceBasic }).close();
  }
  for (const { code, amount } of draft.unitPriceDetails) {
    writer.open('unitPriceDetail').leaf('amount', { value: amount }).leaf('observation', { code }).close();
  }
  for (const { code, amount } of draft.unitPriceOthers) {
    writer.open('unitPriceOther').leaf('amount', { value: amount });
    if (code !== null) writer.leaf('observation', { code, codeSystem: oids.checkupItem });
    writer.close();
  }
  const payment = (name: string, value: number | null) => {
    if (value !== null)
      writer
        .open(name)
        .leaf('amount', { value: sixDigits(value) })
        .close();
  };
  payment('paymentForBasic', draft.paymentForBasic);
  payment('paymentForDetail', draft.paymentForDetail);
  payment('paymentForOther', draft.paymentForOther);
  writer
    .leaf('unitAmount', { value: draft.unitAmount })
    .leaf('paymentAmount', { value: draft.paymentAmount });
  if (draft.paymentByOtherProgram !== null) {
    writer.leaf('paymentByOtherProgram', { value: draft.paymentByOtherProgram });
  }
  writer.leaf('claimAmount', { value: draft.claimAmount }).close();
}
