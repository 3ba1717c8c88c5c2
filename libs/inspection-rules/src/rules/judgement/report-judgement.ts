import type { Bilingual } from '@daiko/contracts';
import type { PairFacts } from '../../facts.js';
import type { Judgement } from '../../judgement/judgements.js';
import type { RiskInputs } from '../../judgement/risk-inputs.js';
import { type Report, text } from '../../rule.js';

/** Codes of メタボリックシンドローム判定 in words. */
export const metabolicNames: Readonly<Record<string, Bilingual>> = {
  1: text('1 基準該当', '1 metabolic syndrome'),
  2: text('2 予備群該当', '2 at risk'),
  3: text('3 非該当', '3 none'),
  4: text('4 判定不能', '4 undecided'),
};

/** Codes of 保健指導レベル in words. */
export const levelNames: Readonly<Record<string, Bilingual>> = {
  1: text('1 積極的支援', '1 active support'),
  2: text('2 動機付け支援', '2 motivational support'),
  3: text('3 なし（情報提供）', '3 information only'),
  4: text('4 判定不能', '4 undecided'),
};

const kinds = {
  metabolic: { name: text('メタボリックシンドローム判定', 'metabolic syndrome'), words: metabolicNames },
  level: { name: text('保健指導レベル', 'guidance level'), words: levelNames },
} as const;

const medicineWords = {
  true: text('服薬あり', 'on medicine'),
  false: text('服薬なし', 'no medicine'),
  null: text('服薬不明', 'medicine unknown'),
} as const;
const smokingWords = {
  true: text('喫煙', 'smokes'),
  false: text('喫煙なし', 'does not smoke'),
  null: text('喫煙不明', 'smoking unknown'),
} as const;

/** Reports a judgement with the one its results give, and what it was computed from; nothing where that is called wrong itself. */
export function reportJudgement(
  facts: PairFacts,
  kind: 'metabolic' | 'level',
  report: Report,
  expected: string = facts.judgements[kind].computed,
): void {
  const { judgements } = facts;
  const judgement: Judgement = judgements[kind];
  const { name, words } = kinds[kind];
  if (judgement.item === null || facts.hasDoubtfulInputs) return;
  report(judgement.item.valueAt ?? judgement.item.at, {
    item: judgement.item.code,
    value: judgement.recorded,
    expected,
    values: {
      name,
      recorded: words[judgement.recorded] ?? text(judgement.recorded, judgement.recorded),
      computed: words[expected] ?? text(expected, expected),
      inputs: inputsText(judgements.inputs),
    },
  });
}

function inputsText(inputs: RiskInputs): Bilingual {
  const { medicines } = inputs;
  const measured: readonly (readonly [ja: string, en: string, value: number | null])[] = [
    ['腹囲', 'waist', inputs.waist],
    ['内臓脂肪面積', 'visceral fat', inputs.visceralFat],
    ['BMI', 'BMI', inputs.bmi],
    ['空腹時血糖', 'fasting glucose', inputs.glucoseFasting],
    ['HbA1c', 'HbA1c', inputs.hba1c],
    ['随時血糖', 'random glucose', inputs.glucoseRandom],
    ['空腹時中性脂肪', 'fasting triglyceride', inputs.triglycerideFasting],
    ['随時中性脂肪', 'random triglyceride', inputs.triglycerideRandom],
    ['HDL', 'HDL', inputs.hdl],
    ['収縮期血圧', 'systolic', inputs.systolic],
    ['拡張期血圧', 'diastolic', inputs.diastolic],
    ['年度末年齢', 'age at the end of the fiscal year', inputs.age],
  ];
  const known = measured.filter(([, , value]) => value !== null);
  const ja = known.map(([word, , value]) => `${word} ${value}`);
  const en = known.map(([, word, value]) => `${word} ${value}`);
  const answers = Object.values(medicines);
  const medicated = answers.includes(true) ? true : answers.includes(null) ? null : false;
  const [medicine, smoking] = [medicineWords[`${medicated}`], smokingWords[`${inputs.smokes}`]];
  return text([...ja, medicine.ja, smoking.ja].join('、'), [...en, medicine.en, smoking.en].join(', '));
}
