import { type RuleOf, text } from '../../rule.js';
import { isFromInsurer, resultsOf } from './adjudications.js';
import { reportResultForm } from './report-result-form.js';

/**
 * R007: 確認依頼への回答を読み取れません。The standard fixes no form: the insurer sends the pair back under 種別 11,
 * with its 処理結果 to return the record, without one to accept it.
 */
export const r007: RuleOf<'pair'> = {
  id: 'R007',
  level: 6,
  severity: 'query',
  returnReason: '09',
  source: 'own design (回答の様式は未公表)',
  subject: 'pair',
  appliesTo: ['cc', 'gc'],
  exchanges: ['11'],
  title: text('確認依頼への回答を読み取れません', 'The answer to the query cannot be read'),
  message: text(
    '回答の処理結果の{part}が「{value}」です（正: {expected}）。',
    'The {part} of the adjudication of the answer is "{value}"; {expected} was expected.',
  ),
  remedy: text(
    '受け入れるときは処理結果なしで、返戻するときは保険者の処理結果（種別11）を付けて回答してください。',
    'To accept, answer without an adjudication; to return, with that of the insurer (type 11).',
  ),
  check(pair, _facts, report) {
    if (!isFromInsurer(pair)) return;
    for (const { by, result } of resultsOf(pair)) {
      if (by === 'agency')
        report(result.at, {
          value: 'agencyAdjudicationResult',
          expected: 'insurerAdjudicationResult',
          values: { part: text('要素', 'element') },
        });
      else if (result.reasonCode === null) {
        const values = { part: text('理由コード', 'reason code') };
        report(result.at, { value: null, expected: '01–09', values });
      }
    }
    reportResultForm(pair, report);
  },
};
