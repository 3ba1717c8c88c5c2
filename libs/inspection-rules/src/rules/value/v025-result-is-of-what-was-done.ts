import { definitionOf } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

/** States of an observation that has no result, or none any more. */
const withoutResult = new Set(['aborted', 'cancelled', 'held', 'new', 'nullified', 'obsolete', 'suspended']);

/** V025: 実施した結果として記録されていません。 */
export const v025: RuleOf<'item'> = {
  id: 'V025',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('実施した結果として記録されていません', 'A result is not recorded as something done'),
  message: text(
    '{name}（{item}）の {attribute} が「{value}」です（正: {expected}）。',
    'The {attribute} of {name} ({item}) is "{value}"; {expected} was expected.',
  ),
  remedy: text(
    '実施した結果は moodCode="EVN"、statusCode は completed（又は記録なし）としてください。',
    'Write moodCode "EVN" for what was done, and no statusCode or "completed".',
  ),
  check(item, facts, report) {
    const mood = item.at.attribute('moodCode') ?? '';
    const status = item.at.child('statusCode')?.attribute('code') ?? '';
    const name = definitionOf(item, facts)?.name ?? item.code;
    // Without any moodCode the schema is broken (X007).
    if (mood !== 'EVN' && mood !== '') {
      const values = { name, attribute: 'moodCode' };
      report(item.at, { item: item.code, value: mood, expected: 'EVN', values });
    }
    const kind = item.at.attribute('classCode') ?? '';
    if (kind !== 'OBS' && kind !== '') {
      const values = { name, attribute: 'classCode' };
      report(item.at, { item: item.code, value: kind, expected: 'OBS', values, severity: 'warning' });
    }
    if (withoutResult.has(status)) {
      const values = { name, attribute: 'statusCode' };
      report(item.at, { item: item.code, value: status, expected: 'completed', values, severity: 'warning' });
    }
  },
};
