import { isDetailed, isEgfrAlone } from '../../detail-groups.js';
import { saysNone } from '../../says-none.js';
import { type RuleOf, text } from '../../rule.js';

const missing = text('がありません', 'is missing');
const none = (written: string) => text(`が「${written}」です`, `is "${written}"`);

/** E001: 詳細な健診の実施理由がありません。 */
export const e001: RuleOf<'checkup'> = {
  id: 'E001',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('詳細な健診の実施理由がありません', 'A detailed examination lacks its reason'),
  message: text(
    '{name}の実施理由（{item}）{detail}。',
    'The reason ({item}) for the {name} examination {detail}.',
  ),
  remedy: text('実施理由を記録してください。', 'Record the reason for the examination.'),
  check(_checkup, facts, report) {
    for (const group of facts.detailGroups) {
      if (!isDetailed(group) || isEgfrAlone(group)) continue;
      const written = group.reason?.state === 'VALUE' ? group.reason.value : null;
      if (written !== null && !saysNone(written)) continue;
      // A reason of another type is V004's.
      if (group.reason?.state === 'BAD' && !['', 'ST'].includes(group.reason.type)) continue;
      report(group.reason?.at ?? group.results[0]!.at, {
        item: group.reasonCode,
        values: { name: group.name, detail: written === null ? missing : none(written.trim()) },
        ...(written === null ? {} : { value: written, severity: 'query' as const }),
      });
    }
  },
};
