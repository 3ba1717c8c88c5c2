import { codeTable } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';
import { resultsOf } from './adjudications.js';

const arcs = { agency: '1.2.392.200119.6.1109', insurer: '1.2.392.200119.6.1110' } as const;

/** R001: 返戻理由がありません。One record without a reason is not taken; it keeps no other from its way back. */
export const r001: RuleOf<'pair'> = {
  id: 'R001',
  level: 6,
  severity: 'refuse',
  returnReason: null,
  source: '決済情報ファイル仕様説明書 V4; 別表9・別表10',
  subject: 'pair',
  appliesTo: ['cc', 'gc'],
  exchanges: ['2', '4', '5'],
  title: text('返戻理由がありません', 'The return has no reason'),
  message: text(
    '返戻の決済情報に処理結果（{expected}）がないか、理由コードが「{value}」です。',
    'The returned claim lacks its adjudication ({expected}), or the reason is "{value}".',
  ),
  remedy: text('返戻理由を01～09で記録してください。', 'Write the reason of the return, 01 to 09.'),
  check(pair, _facts, report) {
    const { claim, exchange } = pair;
    if (claim === null || exchange === null) return;
    const expected = exchange.adjudicators.map((by) => `${by}AdjudicationResult`).join(' / ');
    const standing = resultsOf(pair).filter(({ by }) => exchange.adjudicators.includes(by));
    if (standing.length === 0) report(claim.at, { value: null, expected });
    for (const { by, result } of standing) {
      const code = result.reasonCode;
      if (code !== null && codeTable(arcs[by])?.labels.has(code.value) === true) continue;
      report(code?.at ?? result.at, { value: code?.value ?? null, expected, severity: 'query' });
    }
  },
};
