import { addedFile, onEntry } from '../archive-edits.js';
import { defect } from '../defect.js';
import { Buffer } from 'node:buffer';
import type { Row } from '../defect.js';

/** A file that is no ZIP, or none that anybody can open. */
export const zipDefects: readonly Row[] = [
  // The file itself.
  defect('空のファイル', { bytes: () => Buffer.alloc(0) }, 'A001 refuse', 'archive', 'ZIP'),
  defect(
    '7zファイルの拡張子をzipに変えた',
    { bytes: () => Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, ...Array<number>(400).fill(7)]) },
    'A001 refuse',
    'archive',
    '7z',
  ),
  defect(
    'RARファイルの拡張子をzipに変えた',
    { bytes: () => Buffer.from(`Rar!\u001a\u0007\u0000${'x'.repeat(400)}`, 'latin1') },
    'A001 refuse',
    'archive',
    'RAR',
  ),
  defect(
    'gzipファイル（tar.gz）をzipとして送った',
    { bytes: () => Buffer.from([0x1f, 0x8b, 8, ...Array<number>(400).fill(3)]) },
    'A001 refuse',
    'archive',
    'gzip',
  ),
  defect(
    'LHA（lzh）をzipとして送った',
    { bytes: () => Buffer.from(`\u0020\u0000-lh5-${'x'.repeat(400)}`, 'latin1') },
    'A001 refuse',
    'archive',
    'LHA',
  ),
  defect(
    'XMLファイルを1つだけzipにせず送った',
    { bytes: () => Buffer.from('<?xml version="1.0" encoding="UTF-8"?><ClinicalDocument/>') },
    'A001 refuse',
    'archive',
    'XML',
  ),
  defect(
    '送信中に途中で切れた',
    { bytes: (zip) => zip.subarray(0, Math.floor(zip.length / 2)) },
    'A001 refuse',
    'archive',
    '途中で切れ',
  ),
  defect(
    '末尾の数バイトが欠けた',
    { bytes: (zip) => zip.subarray(0, zip.length - 5) },
    'A001 refuse',
    'archive',
    '途中で切れ',
  ),
  defect(
    '末尾に余分なデータ（メールの署名）',
    { bytes: (zip) => Buffer.concat([zip, Buffer.from('\r\n-- \r\n健診係')]) },
    'A001 refuse',
    'archive',
    '末尾',
  ),
  defect(
    '自己解凍形式（exe付き）',
    { bytes: (zip) => Buffer.concat([Buffer.from(`MZ${'x'.repeat(500)}`), zip]) },
    'A001 refuse',
    'archive',
    '先頭',
  ),
  defect(
    '圧縮方式がDeflate64',
    onEntry(/DATA\/h.*000\.xml$/, (entry) => ({ ...entry, method: 9 })),
    'A001 refuse',
    'entry',
    '圧縮方式',
  ),
  defect(
    '圧縮方式がLZMA',
    onEntry(/DATA\/h/, (entry) => ({ ...entry, method: 14 })),
    'A001 refuse',
    'entry',
    '圧縮方式',
  ),
  defect(
    'パスワード付きZIP',
    { entries: (entries) => entries.map((entry) => ({ ...entry, flags: 1 })) },
    'A002 refuse',
    'entry',
    '暗号化',
  ),
  defect(
    'AESで暗号化したZIP',
    {
      entries: (entries) =>
        entries.map((entry) => ({
          ...entry,
          flags: 1,
          method: 99,
          extra: Buffer.from([1, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 8, 0]),
        })),
    },
    'A002 refuse',
    'entry',
    '暗号化',
  ),
  defect(
    '結果ファイル1つだけにパスワード',
    onEntry(/DATA\/h.*000\.xml$/, (entry) => ({ ...entry, flags: 1 })),
    'A002 refuse',
    'entry',
    '暗号化',
  ),
  defect(
    'ZIPをさらにZIPにした',
    {
      files: (all) => all.clear(),
      entries: () => [{ name: Buffer.from('inner.zip'), bytes: Buffer.from('PK\u0003\u0004xx') }],
    },
    'A005 refuse',
    'entry',
    '圧縮ファイル',
  ),
  defect(
    'ZIPと同名のZIPがルートフォルダの中に入っている',
    addedFile('1310000011_91399113_202611240_1.zip', 'PK'),
    'A005 refuse',
    'entry',
    '圧縮ファイル',
  ),
  defect('医療機関控えのlzhが入っている', addedFile('hikae.lzh'), 'A005 refuse', 'entry', '圧縮ファイル'),
];
