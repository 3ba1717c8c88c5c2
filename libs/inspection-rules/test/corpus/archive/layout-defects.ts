import {
  addedFile,
  onFiles,
  removedFiles,
  renamedFiles,
  renamedOne,
  renamedRecords,
} from '../archive-edits.js';
import { defect } from '../defect.js';
import type { Row } from '../defect.js';

/** Where files lie and how they are named, one and all. */
export const layoutDefects: readonly Row[] = [
  defect(
    '結果がDATA/2026の下にある',
    renamedOne('result', /DATA\//, 'DATA/2026/'),
    'A021 refuse',
    'entry',
    'DATA .xml',
  ),
  defect('結果の拡張子が.XML', renamedOne('result', /\.xml$/, '.XML'), 'A021 refuse', 'entry', '拡張子 .xml'),
  defect(
    '1人だけDATAとCLAIMSを取り違えた',
    onFiles((all, p) => {
      const r = all.get(p.result)!,
        c = all.get(p.claim)!;
      all.delete(p.result);
      all.delete(p.claim);
      all.set(p.result.replace('DATA', 'CLAIMS'), r);
      all.set(p.claim.replace('CLAIMS', 'DATA'), c);
    }),
    'A021 refuse',
    'entry',
    '結果と決済 .xml',
  ),
  defect(
    'DATAのファイル名がすべて「kenshin_n.xml」',
    onFiles((all) => {
      let n = 0;
      for (const [p, b] of [...all])
        if (p.startsWith('DATA/')) {
          all.delete(p);
          all.set(`DATA/kenshin_${n++}.xml`, b);
        }
    }),
    'A021 refuse',
    'entry',
    '26桁 .xml',
  ),
  defect(
    'CLAIMSのファイル名がすべてハイフン付き',
    onFiles((all) => {
      for (const [p, b] of [...all])
        if (p.startsWith('CLAIMS/')) {
          all.delete(p);
          all.set(p.replace(/c(\d{10})(\d{8})/, 'c$1-$2-'), b);
        }
    }),
    'A021 refuse',
    'entry',
    '26桁 .xml',
  ),
  defect(
    '全ファイル名の機関番号が別',
    renamedRecords(/4511000004/, '2710000019'),
    'A022 warning',
    'entry',
    'ファイル名',
  ),
  defect(
    '全ファイル名の日付が20260230',
    renamedRecords(/20261124/, '20260230'),
    'A023 warning',
    'entry',
    'ファイル名',
  ),
  defect('DATAにThumbs.db', addedFile('DATA/Thumbs.db'), 'A026 warning', 'entry', '規格にないファイル'),
  defect(
    'DATAにix08の写し',
    onFiles((all) => void all.set('DATA/ix08_V08.xml', all.get('ix08_V08.xml')!)),
    'A021 refuse',
    'index',
    '26桁 .xml',
  ),
  defect('XSDにcoreschemasがない', removedFiles(/coreschemas/), 'A025 warning', 'entry', 'XSDフォルダ'),
  defect('ファイル名に全角数字', renamedOne('result', /0009/, '０009'), 'A003 refuse', 'entry', 'ファイル名'),
  defect('ルート直下にreadme.pdf', addedFile('readme.pdf'), 'A026 warning', 'entry', '規格にないファイル'),
  defect('ルート直下にinstall.bat', addedFile('install.bat'), 'A026 refuse', 'entry', '規格にないファイル'),
  defect(
    'DATAの下にCLAIMSがある',
    renamedFiles(/^CLAIMS/, 'DATA/CLAIMS'),
    'A017 refuse',
    'summary',
    'CLAIMSフォルダに決済フ',
    { also: 'A021' },
  ),
  defect(
    'ZIP名の提出元番号の検証番号が誤り（基本情報も）',
    [
      {
        root: (r) => r.replace('4511000004', '4511000005'),
        index: (i) => ({ ...i, sender: { ...i.sender, number: '4511000005' } }),
      },
    ],
    'A022 warning',
    'entry',
    'ファイル名',
  ),
];
