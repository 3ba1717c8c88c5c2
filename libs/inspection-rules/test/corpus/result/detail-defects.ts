import { both } from '../../judge-record.js';
import { defect } from '../defect.js';
import { anaemia, fundusForNobody, noGroups, withoutCardiogram, withoutMember } from '../detail-edits.js';
import { cd, member, pq, section, st, value, without, wrapped } from '../observation-edits.js';
import type { Row } from '../defect.js';

/** 詳細な健診 and what is added. */
export const detailDefects: readonly Row[] = [
  defect(
    'an ECG under additional items for a person of the details',
    both(
      noGroups,
      section(
        '01990',
        wrapped(
          member('COMP', '9A110160700000011', cd('2', '2002')),
          member('RSON', '9A110161600000011', cd('1', '18120')),
        ),
      ),
    ),
    'E005 return',
    'result observation/value',
    '心電図',
    { on: 'detailed', also: 'E006' },
  ),
  defect(
    'details claimed, none recorded',
    noGroups,
    'E006 return',
    'claim settlement/claimType',
    '請求区分',
    { on: 'detailed' },
  ),
  defect(
    'fundus without saying for whom',
    fundusForNobody(),
    'E003 return',
    'result entryRelationship/observation',
    '眼底 対象者',
    { on: 'detailed', also: 'E007' },
  ),
  defect(
    'anaemia without its reason',
    withoutMember('2A020161001930149'),
    'E001 return',
    'result entryRelationship/observation',
    '貧血 理由',
    { on: 'detailed' },
  ),
  defect(
    'anaemia with two of three results',
    withoutMember('2A040000001930102'),
    'E011 return',
    'result entryRelationship/observation',
    'ヘマトクリット',
    { on: 'detailed' },
  ),
  defect(
    'ECG without its reason',
    withoutMember('9A110161000000049'),
    'E001 return',
    'result entryRelationship/observation',
    '心電図 理由',
    { on: 'detailed' },
  ),
  defect(
    'ECG without saying for whom',
    withoutMember('9A110161600000011'),
    'E003 return',
    'result entryRelationship/observation',
    '心電図 対象者',
    { on: 'detailed' },
  ),
  defect(
    'ECG with a reason but no result',
    withoutMember('9A110160700000011'),
    'E002 return',
    'result entryRelationship/observation',
    '心電図',
    { on: 'detailed' },
  ),
  defect(
    'ECG reason blank',
    value('9A110161000000049', st('　')),
    'E001 return',
    'result entryRelationship/observation',
    '心電図',
    { on: 'detailed' },
  ),
  defect(
    'ECG with findings but none described',
    value('9A110160700000011', cd('1', '2002')),
    'E010 return',
    'result observation/value',
    '心電図 所見',
    { on: 'detailed' },
  ),
  defect(
    'ECG of 追加 in the programme',
    value('9A110161600000011', cd('0', '18120')),
    'E004 return',
    'result observation/value',
    '心電図',
    { on: 'detailed' },
  ),
  defect(
    'ECG without the criteria',
    both(
      value('9A755000000000001', pq('120', 'mm[Hg]')),
      value('9A751000000000001', pq('120', 'mm[Hg]')),
      value('9A752000000000001', pq('120', 'mm[Hg]')),
    ),
    'E008 query',
    'result observation/value',
    '心電図',
    { on: 'detailed' },
  ),
  defect(
    'detail group missing though claimed',
    withoutCardiogram(),
    'E007 return',
    'claim settlement/unitPriceDetail',
    '心電図',
    { on: 'detailed' },
  ),
  defect('detail group done but not claimed', anaemia(), 'E006 return', 'claim settlement/claimType', '貧血'),
  defect(
    'additional item claimed without a result',
    without('3C020000002327101'),
    'P015 query',
    'claim unitPriceOther/observation',
    '尿酸',
    { on: 'additional' },
  ),
];
