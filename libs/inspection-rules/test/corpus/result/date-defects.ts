import { both, inResult } from '../../judge-record.js';
import { defect } from '../defect.js';
import { height } from '../items.js';
import { item } from '../observation-edits.js';
import { birthDate, examDate, madeOn, ticketExpiry } from '../person-edits.js';
import type { Row } from '../defect.js';

/** Days, and the age on them. */
export const dateDefects: readonly Row[] = [
  defect(
    '39 years old at the end of the fiscal year',
    birthDate('19870402'),
    'D007 return',
    'result patient/birthTime',
    '40歳',
  ),
  defect(
    '75 years old on the day of the checkup',
    birthDate('19511026'),
    'D008 return',
    'result patient/birthTime',
    '75歳',
  ),
  defect(
    'checkup date as a moment',
    examDate('20261026093000'),
    'D001 return',
    'result serviceEvent/effectiveTime',
    '健診実施',
  ),
  defect(
    'checkup date with a time zone',
    examDate('20261026093000+0900'),
    'D001 return',
    'result serviceEvent/effectiveTime',
    '健診実施',
  ),
  defect(
    'checkup month only',
    examDate('202610'),
    'D001 return',
    'result serviceEvent/effectiveTime',
    '健診実施',
  ),
  defect(
    'checkup in the thirteenth month',
    examDate('20261326'),
    'D001 return',
    'result serviceEvent/effectiveTime',
    '健診実施',
  ),
  defect(
    'checkup date as a period',
    inResult(
      '<effectiveTime value="20261026"/>',
      '<effectiveTime><low value="20261026"/><high value="20261026"/></effectiveTime>',
    ),
    'D001 return',
    'result effectiveTime/low',
    '健診実施',
  ),
  defect(
    'checkup next year',
    both(examDate('20271026'), ticketExpiry('20280331')),
    'D002 return',
    'result serviceEvent/effectiveTime',
    '健診実施',
  ),
  defect(
    'checkup of 2006',
    examDate('20061026'),
    'D003 return',
    'result serviceEvent/effectiveTime',
    '健診実施',
  ),
  defect(
    'checkup of the year before the fourth period',
    examDate('20231026'),
    'D014 return',
    'result observation/value',
    '第4期',
  ),
  defect(
    'documentationOf missing',
    inResult(/<documentationOf>[^]*<\/documentationOf>/, ''),
    'D004 return',
    'result ClinicalDocument',
    '健診実施',
  ),
  defect(
    'checkup date missing',
    inResult('<effectiveTime value="20261026"/>\n', ''),
    'D004 return',
    'result documentationOf/serviceEvent',
    '健診実施',
  ),
  defect(
    'file made before the checkup',
    madeOn('20261001'),
    'D005 return',
    'result ClinicalDocument/effectiveTime',
    '作成',
  ),
  defect(
    'file made after it was sent',
    madeOn('20261224'),
    'D006 warning',
    'result ClinicalDocument/effectiveTime',
    '作成',
  ),
  defect(
    'file date as a moment with time zone',
    madeOn('20261124101530+0900'),
    'D001 return',
    'result ClinicalDocument/effectiveTime',
    '作成',
  ),
  defect(
    'author time of zeros',
    inResult('<time value="20261124"/>', '<time value="00000000"/>'),
    'D001 return',
    'result author/time',
    '日',
  ),
  defect(
    'ticket expiry of 31 June',
    inResult('20270331', '20270631'),
    'D001 return',
    'result time/high',
    '有効期限',
  ),
  defect(
    'effectiveTime of an item weeks later',
    item(height, (o) => o.replace('<value', '<effectiveTime value="20261220"/><value')),
    'D013 warning',
    'result observation/effectiveTime',
    '20261220',
  ),
];
