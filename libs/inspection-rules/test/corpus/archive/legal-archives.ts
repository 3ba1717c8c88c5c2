import { inClaim } from '../../judge-record.js';
import { everyFile } from '../archive-edits.js';
import { legal } from '../defect.js';
import { Buffer } from 'node:buffer';
import type { Row } from '../defect.js';

/** Archives and files that are written unusually but rightly. */
export const legalArchives: readonly Row[] = [
  legal(
    'UTF-8のBOM付き',
    everyFile((text) => `\ufeff${text}`),
  ),
  legal(
    '改行がCRLF',
    everyFile((text) => text.replaceAll('\n', '\r\n')),
  ),
  legal(
    '改行なしの1行',
    everyFile((text) => text.replace(/>\s+</g, '><')),
  ),
  legal(
    'XML宣言なし',
    everyFile((text) => text.replace(/^<\?xml[^>]*\?>\s*/, '')),
  ),
  legal(
    '宣言が小文字のutf-8',
    everyFile((text) => text.replace('"UTF-8"', '"utf-8"')),
  ),
  legal(
    '宣言にstandalone',
    everyFile((text) => text.replace('?>', ' standalone="yes"?>')),
  ),
  legal(
    'コメントがある',
    everyFile((text) => text.replace(/>\n/, '>\n<!-- 架空システム 1.0 -->\n')),
  ),
  legal('空要素を開始・終了タグで書く', inClaim(/<claimAmount([^>]*)\/>/, '<claimAmount$1></claimAmount>')),
  legal('属性を単一引用符で書く', inClaim(/claimType code="(\d)"/, "claimType code='$1'")),
  legal('名前空間の接頭辞を付けて書く', ({ result, claim }) => ({
    result,
    claim: claim.replace(/<(\/?)([a-zA-Z])/g, '<$1m:$2').replace('xmlns=', 'xmlns:m='),
  })),
  legal('請求金額に通貨JPYを書く', inClaim('<claimAmount value', '<claimAmount currency="JPY" value')),
  legal('基本情報の文字参照', {
    indexText: (text) => text.replace('value="20261124"', 'value="2026112&#52;"'),
  }),
  legal('ZIPにコメントがある', { end: { comment: 'kenshin' } }),
  legal('ZIP64の終端', { end: { isZip64: true } }),
  legal('無圧縮のZIP', { entries: (entries) => entries.map((entry) => ({ ...entry, method: 0 })) }),
  legal('データ記述子付きのZIP', {
    entries: (entries) => entries.map((entry) => ({ ...entry, hasDescriptor: true })),
  }),
  legal('UTF-8名フラグ付きのZIP', {
    entries: (entries) => entries.map((entry) => ({ ...entry, flags: 0x800 })),
  }),
  legal('フォルダのエントリがあるZIP', {
    entries: (entries) => {
      const [root = ''] = entries[0]!.name.toString().split('/');
      const folder = (path: string) => ({
        name: Buffer.from(`${root}/${path}`),
        bytes: Buffer.alloc(0),
        method: 0,
      });
      return [folder(''), folder('DATA/'), folder('CLAIMS/'), folder('XSD/'), ...entries];
    },
  }),
  legal('エントリの順が逆', { entries: (entries) => entries.toReversed() }),
  legal('連番に欠番がある', {
    files: (all, { result, claim }) => {
      for (const path of [result, claim]) {
        all.set(path.replace(/\d{6}\.xml$/, '777777.xml'), all.get(path)!);
        all.delete(path);
      }
    },
  }),
  legal('同日2回目の送付（N=1）', { root: (root) => root.replace(/0_1$/, '1_1') }),
  legal('提出日が翌日の名前', { root: (root) => root.replace('20261124', '20261125') }),
  legal('拡張子がZIPの大文字', { fileName: (name) => name.replace('.zip', '.ZIP') }),
  legal('schemaLocationがある', {
    indexText: (text) =>
      text.replace(
        '<index ',
        '<index xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html ./XSD/ix08_V08.xsd" ',
      ),
  }),
  legal('他健診負担総計0を書かない', {
    summary: (draft) => ({ ...draft, totalPaymentByOtherProgram: null }),
  }),
  legal('総ファイル数に前後の空白（XMLスキーマでは同じ整数）', {
    indexText: (t) => t.replace('totalRecordCount value="10"', 'totalRecordCount value=" 10 "'),
  }),
  legal('XSDフォルダの中身が別の版', {
    files: (all) => void all.set('XSD/co08_V08.xsd', Buffer.from('<xs:schema/>')),
  }),
  legal('開始時の動機付け支援相当', {}, { on: 'eased, first' }),
  legal('初回未完了の積極的支援', {}, { on: 'active, unfinished' }),
  legal('途中終了の動機付け支援（0円）', {}, { on: 'motivational, ended' }),
  legal('途中終了の積極的支援', {}, { on: 'active, ended' }),
  legal('分割面接の積極的支援', {}, { on: 'active, split' }),
];
