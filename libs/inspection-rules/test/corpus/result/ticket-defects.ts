import { inBoth, inResult } from '../../judge-record.js';
import { defect } from '../defect.js';
import { examDate, ticketExpiry, ticketNumber } from '../person-edits.js';
import type { Row } from '../defect.js';

/** 受診券, report and programme. */
export const ticketDefects: readonly Row[] = [
  defect(
    'checkup of last year on a ticket of this one',
    examDate('20251026'),
    'T003 query',
    'result associatedEntity/id',
    '年度',
  ),
  defect(
    'report code of another report',
    inResult(
      '<code code="10" codeSystem="1.2.392.200119.6.1001"/>',
      '<code code="40" codeSystem="1.2.392.200119.6.1001"/>',
    ),
    'D016 return',
    'result ClinicalDocument/code',
    '報告区分 40',
  ),
  defect(
    'report code missing',
    inResult('<code code="10" codeSystem="1.2.392.200119.6.1001"/>\n', ''),
    'D016 return',
    'result ClinicalDocument',
    '報告区分',
  ),
  defect(
    'programme of employers',
    inResult('code="010"', 'code="030"'),
    'D016 return',
    'result serviceEvent/code',
    'プログラム',
  ),
  defect(
    'programme without its leading zero',
    inResult('code="010"', 'code="10"'),
    'D016 return',
    'result serviceEvent/code',
    'プログラム',
  ),
  defect(
    'programme of the elderly for a person of 国保',
    inResult('code="010"', 'code="020"'),
    'D017 return',
    'result serviceEvent/code',
    '020',
  ),
  defect(
    'ticket number of ten digits',
    inResult('26172316915', '2617231691'),
    'T001 return',
    'result associatedEntity/id',
    '整理番号 11桁',
  ),
  defect(
    'ticket number with hyphens',
    inResult('26172316915', '26-1-72316915'),
    'T001 return',
    'result associatedEntity/id',
    '整理番号 11桁',
  ),
  defect(
    'ticket number in full-width digits',
    inResult('26172316915', '２６１７２３１６９１５'),
    'T001 return',
    'result associatedEntity/id',
    '整理番号',
  ),
  defect(
    'ticket number of zeros',
    ticketNumber('00000000000'),
    'T004 return',
    'result associatedEntity/id',
    '整理番号',
  ),
  defect(
    'dummy serial',
    ticketNumber('26100000000'),
    'T004 warning',
    'result associatedEntity/id',
    '整理番号',
  ),
  defect(
    '利用券 for a checkup',
    ticketNumber('26272316915'),
    'T002 return',
    'result associatedEntity/id',
    '整理番号',
  ),
  defect(
    'ticket of last year',
    ticketNumber('25172316915'),
    'T003 query',
    'result associatedEntity/id',
    '年度',
  ),
  defect(
    'ticket expiry missing',
    inResult(/<time><high value="20270331"\/>\n<\/time>/, '<time nullFlavor="NI"/>'),
    'T006 return',
    'result associatedEntity/id',
    '有効期限',
  ),
  defect(
    'ticket expired before the checkup',
    ticketExpiry('20261001'),
    'T007 return',
    'result serviceEvent/effectiveTime',
    '有効期限',
  ),
  defect(
    'ticket marked as 利用券 in the result',
    inResult('functionCode code="1"', 'functionCode code="2"'),
    'T002 return',
    'result participant/functionCode',
    '券',
  ),
  defect(
    'expiry of the ticket before the fiscal year',
    inBoth('20270331', '20260331'),
    'T007 return',
    'result serviceEvent/effectiveTime',
    '有効期限',
  ),
];
