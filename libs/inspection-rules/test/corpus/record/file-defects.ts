import { legacyEncodings } from '@daiko/synthetic';
import { bytes } from '../archive-edits.js';
import { defect } from '../defect.js';
import { Buffer } from 'node:buffer';
import type { Row } from '../defect.js';

/** A file of one record that is written wrongly: it alone is returned. */
export const fileDefects: readonly Row[] = [
  defect(
    '結果1件がShift_JIS（宣言はUTF-8のまま）',
    bytes('result', (text) => legacyEncodings['Shift_JIS']!(text)),
    'X003 return',
    'result',
    'UTF-8',
  ),
  defect(
    '結果1件がUTF-16（メモ帳の「Unicode」で保存）',
    bytes('result', (text) => legacyEncodings['UTF-16LE']!(text)),
    'X003 return',
    'result',
    'UTF-8',
  ),
  defect(
    '決済1件がEUC-JP',
    bytes('claim', (text) => legacyEncodings['EUC-JP']!(text)),
    'X003 return',
    'claim',
    'UTF-8',
  ),
  defect(
    '結果1件が空',
    bytes('result', () => Buffer.alloc(0)),
    'X001 return',
    'result',
    '空',
  ),
  defect(
    '決済1件が空',
    bytes('claim', () => Buffer.alloc(0)),
    'X001 return',
    'claim',
    '空',
  ),
  defect(
    '結果1件が途中で切れた',
    bytes('result', (text) => Buffer.from(text.slice(0, 4000))),
    'X001 return',
    'result',
    '構文',
  ),
  defect(
    '結果1件にDOCTYPE',
    bytes('result', (text) => Buffer.from(text.replace('?>', '?><!DOCTYPE ClinicalDocument>'))),
    'X002 return',
    'result',
    'DTD',
  ),
  defect(
    '結果1件に&のエスケープもれ',
    bytes('claim', (text) => Buffer.from(text.replace('<name>', '<name>A&B'))),
    'X001 return',
    'claim',
    '構文',
  ),
  defect(
    '結果1件に制御文字',
    bytes('claim', (text) => Buffer.from(text.replace('<name>', '<name>\u0001'))),
    'X010 return',
    'claim',
    '文字',
  ),
  defect(
    '決済1件のCRCが合わない（媒体の傷）',
    {
      entries: (entries) => entries,
      bytes: (zip) => {
        const broken = Buffer.from(zip);
        const at = broken.indexOf('CLAIMS/c');
        const nth = [...Array(2)].reduce<number>((from) => broken.indexOf('CLAIMS/c', from + 1), at);
        broken.writeUInt8(broken.readUInt8(nth + 90) ^ 0xff, nth + 90);
        return broken;
      },
    },
    'X001 return',
    'claim',
    '展開',
  ),
];
