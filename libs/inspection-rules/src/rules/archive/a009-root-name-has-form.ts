import type { Bilingual } from '@daiko/contracts';
import { type RuleOf, text } from '../../rule.js';

/** A009: ファイル名の形式が違います。 */
export const a009: RuleOf<'archive'> = {
  id: 'A009',
  level: 1,
  severity: 'refuse',
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4; 協会けんぽ 0次チェック',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('ファイル名の形式が違います', 'The name has not the required form'),
  message: text(
    '名前「{value}」が「提出元番号_提出先番号_YYYYMMDDN_X」の形式ではありません（{detail}）。',
    'The name "{value}" has not the form "<sender>_<receiver>_<YYYYMMDD><N>_<X>": {detail}.',
  ),
  remedy: text('ファイル名の形式を確認してください。', 'Name the archive as the standard says.'),
  check(archive, _facts, report) {
    if (archive.rootNameReason === 'form') {
      report(null, {
        value: archive.namedBy,
        expected: 'NNNNNNNNNN_NNNNNNNN_YYYYMMDDN_X',
        values: { detail: wrongPartOf(archive.namedBy) },
      });
    }
  },
};

/** The first part of the name that is not as it must be. */
function wrongPartOf(name: string): Bilingual {
  const parts = name.split('_');
  const [sender = '', receiver = '', day = '', kind] = parts;
  if (parts.length === 5 && /^\d{8}$/.test(day)) {
    return text('提出年月日と送信回数の間に「_」は置きません', 'no "_" stands between date and sequence');
  }
  if (parts.length < 3) return text('「_」で区切られていません', 'its parts are not divided by "_"');
  for (const [ja, en, number] of [
    ['提出元番号', 'the sender', sender],
    ['提出先番号', 'the receiver', receiver],
  ] as const) {
    if (/^(\d{8}|\d{10})$/.test(number)) continue;
    return /^\d+$/.test(number)
      ? text(
          `${ja}が${number.length}桁です。機関番号は10桁、保険者番号・代行機関番号は前に0を付けて8桁`,
          `${en} has ${number.length} digits; an institution has 10, an insurer or agency 8, zeros in front`,
        )
      : text(`${ja}が半角数字ではありません`, `${en} is not of ASCII digits`);
  }
  if (/^\d{8}$/.test(day)) return text('送信回数Nがありません', 'the sequence N is missing');
  if (!/^\d{9}$/.test(day)) {
    return text(
      '提出年月日8桁と送信回数1桁ではありません',
      'it has no date of 8 digits with a sequence of one',
    );
  }
  if (kind === undefined) return text('実施区分Xがありません', 'the kind X is missing');
  return text('実施区分Xが1桁の数字ではありません', 'the kind X is not one digit');
}
