/** Why the trail is not whole at a place. */
export const reasons = {
  missing: {
    en: 'a mark is missing: it was announced, or later marks are there',
    ja: '証跡が欠けています（予告または後続の証跡があるのに、ここがありません）',
  },
  'hash-wrong': { en: 'the hash is not that of the content', ja: 'ハッシュが内容と一致しません（改変）' },
  'link-broken': { en: 'it does not link to the mark before it', ja: '直前の証跡につながりません' },
  'body-changed': {
    en: 'the kept content is not that of the mark',
    ja: '保存された内容が証跡と一致しません（改変）',
  },
  'place-taken': { en: 'two different marks claim this place', ja: '同じ位置に異なる二つの証跡があります' },
  'origin-unknown': {
    en: 'the stream begins after a mark that the trail does not hold',
    ja: '系列の起点となる証跡が見つかりません',
  },
  'head-differs': {
    en: 'the service has reported another hash',
    ja: 'サービスが報告したハッシュと異なります',
  },
  'checkpoint-differs': {
    en: 'the signed checkpoint over the marks up to here says another root',
    ja: 'ここまでの証跡の根が、署名されたチェックポイントと異なります',
  },
  'checkpoint-unsigned': {
    en: 'the signature of the checkpoint over the marks up to here is not ours',
    ja: 'ここまでのチェックポイントの署名を確認できません',
  },
} as const;
export type BadReason = keyof typeof reasons;

/** The first place at which the trail is not whole. */
export interface BadMark {
  stream: string;
  sequence: number;
  code: BadReason;
  why: string;
  whyJa: string;
}

export function badMark(stream: string, sequence: number, code: BadReason): BadMark {
  return { stream, sequence, code, why: reasons[code].en, whyJa: reasons[code].ja };
}
