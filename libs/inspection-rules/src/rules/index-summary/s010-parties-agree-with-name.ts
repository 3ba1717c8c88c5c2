import { numberSystemOf, oids } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

const { providerNumber: provider, agencyNumber: agency, insurerNumber: insurer } = oids;

/** Number systems of sender and receiver where the 種別 is none that the name allows. */
const numberSystems: Readonly<Record<string, readonly [sender: string, receiver: string]>> = {
  1: [provider, agency],
  2: [agency, provider],
  3: [agency, insurer],
  4: [insurer, agency],
  5: [insurer, agency],
  6: [provider, insurer],
  7: [insurer, provider],
  8: [insurer, insurer],
};

/** S010: 送付元・送付先が一致しません。 */
export const s010: RuleOf<'index'> = {
  id: 'S010',
  level: 3,
  severity: 'refuse',
  returnReason: null,
  source: '交換用基本情報・集計情報ファイル仕様説明書 V4; 協会けんぽ 1次チェック',
  subject: 'index',
  appliesTo: ['ix'],
  title: text('送付元・送付先が一致しません', 'Sender or receiver does not agree'),
  message: text(
    '送付元・送付先が「{value}」です（正: {expected}）。',
    'Sender or receiver is "{value}"; "{expected}" was expected.',
  ),
  remedy: text('送付元・送付先を確認してください。', 'Check sender and receiver.'),
  check(index, _facts, report) {
    const { rootName, index: ix } = index;
    const kind = ix?.interactionType?.value ?? '';
    const made = index.possibleExchanges.find((exchange) => exchange.kind === kind);
    const systems =
      made === undefined
        ? numberSystems[kind]
        : ([numberSystemOf(made.sender), numberSystemOf(made.receiver)] as const);
    if (rootName === null || ix === null || systems === undefined) return;
    const parties = [
      [ix.sender, systems[0], rootName.sender],
      [ix.receiver, systems[1], rootName.receiver],
    ] as const;
    for (const [party, root, number] of parties) {
      if (party === null && number === rootName.receiver) continue;
      if (party?.root === root && party.value === number) continue;
      const value = party === null ? null : `${party.root}:${party.value}`;
      report(party?.at ?? ix.at, { value, expected: `${root}:${number}` });
    }
  },
};
