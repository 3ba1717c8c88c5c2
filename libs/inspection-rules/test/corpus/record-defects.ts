import { Buffer } from 'node:buffer';
import { legacyEncodings } from '@daiko/synthetic';
import { answer, insurerReturn, settledReturn } from '../exchanges.js';
import { inClaim } from '../judge-record.js';
import type { CorpusDefect } from './prove-corpus.js';
import { type Step, texts } from './spoil.js';

/** The bytes of a file of the record. */
const bytes = (file: 'result' | 'claim', change: (text: string) => Uint8Array): Step => ({
  files: (all, paths) => void all.set(paths[file], Buffer.from(change(all.get(paths[file])!.toString()))),
});
const inResultFile = { file: 'result' } as const;
const inClaimFile = { file: 'claim' } as const;

/** A file of one record that is written wrongly: it alone is returned. */
export const writtenWrongly: readonly CorpusDefect[] = [
  {
    defect: '結果1件がShift_JIS（宣言はUTF-8のまま）',
    edit: bytes('result', (text) => legacyEncodings['Shift_JIS']!(text)),
    rule: 'X003',
    words: /UTF-8/,
    ...inResultFile,
  },
  {
    defect: '結果1件がUTF-16（メモ帳の「Unicode」で保存）',
    edit: bytes('result', (text) => legacyEncodings['UTF-16LE']!(text)),
    rule: 'X003',
    words: /UTF-16.*UTF-8|UTF-8/,
    ...inResultFile,
  },
  {
    defect: '決済1件がEUC-JP',
    edit: bytes('claim', (text) => legacyEncodings['EUC-JP']!(text)),
    rule: 'X003',
    words: /UTF-8/,
    ...inClaimFile,
  },
  {
    defect: '結果1件が空',
    edit: bytes('result', () => Buffer.alloc(0)),
    rule: 'X001',
    words: /空/,
    ...inResultFile,
  },
  {
    defect: '決済1件が空',
    edit: bytes('claim', () => Buffer.alloc(0)),
    rule: 'X001',
    words: /空/,
    ...inClaimFile,
  },
  {
    defect: '結果1件が途中で切れた',
    edit: bytes('result', (text) => Buffer.from(text.slice(0, 4000))),
    rule: 'X001',
    words: /構文|切れ|閉じ/,
    ...inResultFile,
  },
  {
    defect: '結果1件にDOCTYPE',
    edit: bytes('result', (text) => Buffer.from(text.replace('?>', '?><!DOCTYPE ClinicalDocument>'))),
    rule: 'X002',
    words: /DTD|DOCTYPE/,
    ...inResultFile,
  },
  {
    defect: '結果1件に&のエスケープもれ',
    edit: bytes('claim', (text) => Buffer.from(text.replace('<name>', '<name>A&B'))),
    rule: 'X001',
    words: /構文|&/,
    ...inClaimFile,
  },
  {
    defect: '結果1件に制御文字',
    edit: bytes('claim', (text) => Buffer.from(text.replace('<name>', '<name>\u0001'))),
    rule: ['X010', 'X001'],
    words: /文字/,
    ...inClaimFile,
  },
  {
    defect: '決済1件のCRCが合わない（媒体の傷）',
    edit: {
      entries: (entries) => entries,
      bytes: (zip) => {
        const broken = Buffer.from(zip);
        const at = broken.indexOf('CLAIMS/c');
        const nth = [...Array(2)].reduce<number>((from) => broken.indexOf('CLAIMS/c', from + 1), at);
        broken.writeUInt8(broken.readUInt8(nth + 90) ^ 0xff, nth + 90);
        return broken;
      },
    },
    rule: ['X001'],
    words: /展開|壊れ|CRC|読/,
    ...inClaimFile,
  },
];

/** Mistakes of insurers who send records back. */
export const returnedWrongly: readonly CorpusDefect[] = [
  {
    defect: '返戻理由がない（未決済の返戻）',
    exchange: insurerReturn,
    edit: texts(inClaim(/<insurerAdjudicationResult>[^]*<\/insurerAdjudicationResult>/, '')),
    rule: 'R001',
    words: /返戻理由/,
    ...inClaimFile,
  },
  {
    defect: '返戻理由コードが10（別表10にない）',
    exchange: insurerReturn,
    edit: texts(inClaim('<reason code="02"', '<reason code="10"')),
    rule: ['R001', 'X007'],
    words: /返戻理由/,
    ...inClaimFile,
  },
  {
    defect: '理由「その他」に内容がない',
    exchange: settledReturn,
    edit: texts(inClaim('<reason code="02"', '<reason code="09"')),
    rule: 'R002',
    severity: 'query',
    words: /内容/,
    ...inClaimFile,
  },
  {
    defect: '種別4の返戻に種別5の処理結果',
    exchange: insurerReturn,
    edit: texts(inClaim('<interactionType code="4"', '<interactionType code="5"')),
    rule: 'R003',
    severity: 'query',
    words: /種別/,
    ...inClaimFile,
  },
  {
    defect: '処理年月日が先の日付',
    exchange: insurerReturn,
    edit: texts(inClaim('<recordDate value="20261120"', '<recordDate value="20261220"')),
    rule: 'R003',
    severity: 'query',
    words: /処理.*日|日付/,
    ...inClaimFile,
  },
  {
    defect: '保険者の返戻に代行機関の処理結果を書いた',
    exchange: insurerReturn,
    edit: texts(({ result, claim }) => ({
      result,
      claim: claim.replaceAll('insurerAdjudicationResult', 'agencyAdjudicationResult'),
    })),
    rule: 'R001',
    words: /保険者|insurerAdjudicationResult|返戻理由/,
    ...inClaimFile,
  },
  {
    defect: '確認依頼の回答の理由コードが00',
    exchange: answer,
    edit: texts(
      inClaim(
        '</checkupClaim>',
        '<insurerAdjudicationResult><interactionType code="11"/><recordDate value="20261120"/><reason code="00"/></insurerAdjudicationResult></checkupClaim>',
      ),
    ),
    rule: ['R007', 'X007'],
    words: /返戻理由|回答/,
    ...inClaimFile,
  },
];
