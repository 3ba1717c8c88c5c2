import { numberSystemOf, oids } from '@daiko/exchange-format';
import { arePartiesSwapped } from './parties-swapped.js';
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
    '{party}が「{value}」です（正: {expected}）{hint}。',
    'The {party} is "{value}"; "{expected}" was expected{hint}.',
  ),
  remedy: text('送付元・送付先を確認してください。', 'Check sender and receiver.'),
  check(index, _facts, report) {
    const { rootName, index: ix } = index;
    const kind = ix?.interactionType?.value ?? '';
    // A 種別 that this sender and receiver cannot have is S008's; their numbers are judged by the first they can.
    const made = index.possibleExchanges.find((exchange) => exchange.kind === kind);
    const possible = made ?? index.possibleExchanges[0];
    const systems =
      possible === undefined
        ? numberSystems[kind]
        : ([numberSystemOf(possible.sender), numberSystemOf(possible.receiver)] as const);
    if (rootName === null || ix === null || systems === undefined) return;
    const parties = [
      [ix.sender, systems[0], rootName.sender, senderWord],
      [ix.receiver, systems[1], rootName.receiver, receiverWord],
    ] as const;
    if (arePartiesSwapped(index)) {
      if (made === undefined && rootName.sender.length === rootName.receiver.length) return;
      const { sender } = ix;
      const values = { party: senderWord, hint: swappedWord };
      report(sender?.at ?? ix.at, { value: sender?.value ?? null, expected: rootName.sender, values });
      return;
    }
    for (const [party, root, number, word] of parties) {
      if (party === null && number === rootName.receiver) continue;
      if (party?.root === root && party.value === number) continue;
      const isNumberRight = party?.value === number;
      const value = party === null ? null : isNumberRight ? party.root : party.value;
      const expected = isNumberRight ? root : number;
      const values = { party: word, hint: isNumberRight ? rootWord : numberWord };
      report(party?.at ?? ix.at, { value, expected, values });
    }
  },
};

const senderWord = text('送付元', 'sender');
const receiverWord = text('送付先', 'receiver');
const swappedWord = text(
  '。送付元と送付先が名前（提出元・提出先）と逆です',
  '; sender and receiver are the other way round in the name',
);
const rootWord = text(
  '。番号は合いますが番号体系（root）が違います',
  '; the number is right, its root is not',
);
const numberWord = text('。名前の番号と異なります', '; the name says so');
