import type { Bilingual } from '@daiko/contracts';
import { text } from '../../text.js';

/** 支援形態 1 to 6. */
const supportFormNames = [
  text('個別支援（対面）', 'one to one, face to face'),
  text('個別支援（遠隔）', 'one to one, remote'),
  text('グループ支援（対面）', 'group, face to face'),
  text('グループ支援（遠隔）', 'group, remote'),
  text('電話支援', 'telephone'),
  text('電子メール等支援', 'mail'),
];

/** Items of guidance by their names (特定保健指導情報ファイル仕様説明書). */
const guidanceItemNames: Readonly<Record<string, Bilingual>> = {
  '1020000001': text('保健指導区分', 'class of guidance'),
  '1020000002': text('行動変容ステージ', 'stage of change'),
  '1020000005': text('保健指導後服薬1（血圧）', 'medication after guidance 1 (blood pressure)'),
  '1020000006': text('保健指導後服薬2（血糖）', 'medication after guidance 2 (blood glucose)'),
  '1020000007': text('保健指導後服薬3（脂質）', 'medication after guidance 3 (lipids)'),
  '1022000016': text('健診後早期の初回面接', 'early first interview'),
  '1021001053': text('計画 腹囲・体重の改善', 'plan: improvement of waist and weight'),
  '1021001054': text('計画 食習慣の改善', 'plan: improvement of eating habits'),
  '1021001055': text('計画 運動習慣の改善', 'plan: improvement of exercise habits'),
  '1021001056': text('計画 喫煙習慣の改善', 'plan: improvement of smoking habits'),
  '1021001057': text('計画 休養習慣の改善', 'plan: improvement of rest habits'),
  '1021001058': text('計画 その他の生活習慣の改善', 'plan: improvement of other habits'),
  '1032001044': text('中間評価 腹囲・体重の改善', 'interim assessment: improvement of waist and weight'),
  '1032001042': text('中間評価 食習慣の改善', 'interim assessment: improvement of eating habits'),
  '1032001041': text('中間評価 運動習慣の改善', 'interim assessment: improvement of exercise habits'),
  '1032001043': text('中間評価 喫煙習慣の改善', 'interim assessment: improvement of smoking habits'),
  '1032001045': text('中間評価 休養習慣の改善', 'interim assessment: improvement of rest habits'),
  '1032001046': text('中間評価 その他の生活習慣の改善', 'interim assessment: improvement of other habits'),
  '1042001044': text('実績評価 腹囲・体重の改善', 'final assessment: improvement of waist and weight'),
  '1042001042': text('実績評価 食習慣の改善', 'final assessment: improvement of eating habits'),
  '1042001041': text('実績評価 運動習慣の改善', 'final assessment: improvement of exercise habits'),
  '1042001043': text('実績評価 喫煙習慣の改善', 'final assessment: improvement of smoking habits'),
  '1042001045': text('実績評価 休養習慣の改善', 'final assessment: improvement of rest habits'),
  '1042001046': text('実績評価 その他の生活習慣の改善', 'final assessment: improvement of other habits'),
  '1042000085': text('主対応内容', 'main means'),
  '1042000086': text('実施内容', 'what was done'),
  '1020000003': text('保健指導コース名', 'name of the guidance course'),
  '1020000004': text('健診実施年月日（確認用）', 'day of the checkup (for confirmation)'),
  '1022000013': text('初回面接の実施時間', 'length of the first interview in minutes'),
  '1022000090': text('初回面接情報', 'first interview'),
  '1021000020': text('継続的支援予定期間', 'planned period of continued support'),
  '1021001031': text('目標腹囲', 'goal of waist'),
  '1021001032': text('目標体重', 'goal of weight'),
  '1021001033': text('目標収縮期血圧', 'goal of systolic pressure'),
  '1021001034': text('目標拡張期血圧', 'goal of diastolic pressure'),
  '1021001050': text('一日の削減エネルギー目標', 'goal of energy cut a day'),
  '1021001051': text('運動による目標', 'goal by exercise'),
  '1021001052': text('食事による目標', 'goal by diet'),
  '1021001059': text('計画ポイント（アウトカム合計）', 'sum of planned points (outcomes)'),
  '1032300013': text('継続的支援の実施時間', 'length of continued support in minutes'),
  '1032300014': text('継続的支援のポイント', 'sum of points of continued support'),
  '1032300090': text('継続的支援情報', 'continued support'),
  '1032000013': text('中間評価の実施時間', 'length of the interim assessment in minutes'),
  '1032000014': text('中間評価のポイント', 'sum of points of the interim assessment'),
  '1032000090': text('中間評価情報', 'interim assessment'),
  '1032001031': text('中間評価 腹囲', 'interim assessment: waist'),
  '1032001032': text('中間評価 体重', 'interim assessment: weight'),
  '1032001033': text('中間評価 収縮期血圧', 'interim assessment: systolic pressure'),
  '1032001034': text('中間評価 拡張期血圧', 'interim assessment: diastolic pressure'),
  '1042000116': text(
    '実績評価ができない場合の確認回数',
    'number of attempts at a final assessment that could not be made',
  ),
  '1042001031': text('実績評価 腹囲', 'final assessment: waist'),
  '1042001032': text('実績評価 体重', 'final assessment: weight'),
  '1042001033': text('実績評価 収縮期血圧', 'final assessment: systolic pressure'),
  '1042001034': text('実績評価 拡張期血圧', 'final assessment: diastolic pressure'),
  '1042001060': text('アウトカム合計ポイント', 'sum of points of outcomes'),
  '1042001090': text('実績評価情報', 'final assessment'),
  '1041010070': text('計画の継続支援ポイント', 'sum of planned points of continued support'),
  '1041010080': text('計画ポイント合計', 'sum of all planned points'),
  '1042010070': text('プロセス合計ポイント', 'sum of points of the process'),
  '1042010080': text('実施ポイント合計', 'sum of all points'),
  '1042800118': text('禁煙指導の実施回数', 'number of sessions of smoking cessation'),
  ...totalNames('10410', text('計画の', 'planned')),
  ...totalNames('10420', text('実施した', 'done')),
};

/** Count and minutes of each 支援形態 in the totals of a plan, or of what was done. */
function totalNames(start: string, kind: Bilingual): Record<string, Bilingual> {
  return Object.fromEntries(
    supportFormNames.flatMap(({ ja, en }, at) => [
      [`${start}100${at + 1}0`, text(`${kind.ja}${ja}の実施回数`, `number of ${kind.en} supports (${en})`)],
      [
        `${start}200${at + 1}0`,
        text(`${kind.ja}${ja}の実施時間`, `length of ${kind.en} supports (${en}) in minutes`),
      ],
    ]),
  );
}

/** Name of an item with its code, as messages write it. */
export function guidanceItemName(code: string): Bilingual {
  const name = guidanceItemNames[code];
  return name === undefined
    ? text(`項目（${code}）`, code)
    : text(`${name.ja}（${code}）`, `${name.en} (${code})`);
}
