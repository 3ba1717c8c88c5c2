import { addedFile, onFiles, removedFiles, renamedFiles } from '../archive-edits.js';
import { defect } from '../defect.js';
import { Buffer } from 'node:buffer';
import type { Row } from '../defect.js';

/** Index, summary and folders that lack or stray. */
export const folderDefects: readonly Row[] = [
  // Index, summary, folders.
  defect('交換用基本情報がない', removedFiles(/ix08/), 'A015 refuse', 'entry', '交換用基本情報'),
  defect(
    '交換用基本情報が小文字（ix08_v08.xml）',
    renamedFiles(/ix08_V08/, 'ix08_v08'),
    'A015 refuse',
    'entry',
    '大文字・小文字',
  ),
  defect(
    '交換用基本情報の拡張子が大文字',
    renamedFiles(/ix08_V08\.xml/, 'ix08_V08.XML'),
    'A015 refuse',
    'entry',
    '大文字・小文字',
  ),
  defect(
    '交換用基本情報が第3期のファイル名（ix08_V07.xml）',
    renamedFiles(/ix08_V08\.xml/, 'ix08_V07.xml'),
    'A015 refuse',
    'entry',
    'ix08_V08.xml',
  ),
  defect(
    '交換用基本情報がDATAの中にある',
    renamedFiles(/^ix08/, 'DATA/ix08'),
    'A015 refuse',
    'entry',
    'ix08_V08.xml',
  ),
  defect('集計情報がない', removedFiles(/su08/), 'A016 refuse', 'entry', '集計情報'),
  defect(
    '集計情報がCLAIMSの中にある',
    renamedFiles(/^su08/, 'CLAIMS/su08'),
    'A016 refuse',
    'entry',
    'su08_V08.xml',
  ),
  defect(
    'CLAIMSフォルダがない（決済情報の入れ忘れ）',
    removedFiles(/^CLAIMS/),
    'A017 refuse',
    'summary',
    '決済',
  ),
  defect('DATAフォルダがない（決済情報だけ）', removedFiles(/^DATA/), 'A018 refuse', 'entry', '結果'),
  defect(
    'DATAとCLAIMSがなく交換用基本情報だけ',
    removedFiles(/^(DATA|CLAIMS)/),
    'A018 refuse',
    'entry',
    '結果 決済',
  ),
  defect('DATAフォルダが小文字', renamedFiles(/^DATA/, 'data'), 'A018 refuse', 'entry', '大文字'),
  defect(
    'CLAIMSフォルダがCLAIM',
    renamedFiles(/^CLAIMS/, 'CLAIM'),
    'A017 refuse',
    'summary',
    'フォルダ「CLAIM」',
  ),
  defect(
    '結果ファイルが直下にある（DATAフォルダなし）',
    renamedFiles(/^DATA\//, ''),
    'A018 refuse',
    'entry',
    'DATA',
  ),
  defect(
    'CLAIMSに結果、DATAに決済（フォルダの取り違え）',
    onFiles((all) => {
      const entries = [...all].map(
        ([path, bytes]) =>
          [
            path.startsWith('DATA/') ? path.replace('DATA/', 'CLAIMS/') : path.replace('CLAIMS/', 'DATA/'),
            bytes,
          ] as const,
      );
      all.clear();
      for (const [path, bytes] of entries) all.set(path, bytes);
    }),
    'A021 refuse',
    'entry',
    'フォルダ',
  ),
  defect(
    '決済ファイルが1つ足りない',
    onFiles((all, { claim }) => void all.delete(claim)),
    'A019 refuse',
    'result',
    '決済',
  ),
  defect(
    '結果ファイルが1つ足りない',
    onFiles((all, { result }) => void all.delete(result)),
    'A019 refuse',
    'claim',
    '結果',
  ),
  defect(
    '決済ファイルの連番が1つずれている',
    onFiles((all, { claim }) => {
      all.set(claim.replace(/\d{6}\.xml$/, '999999.xml'), all.get(claim)!);
      all.delete(claim);
    }),
    'A019 refuse',
    'result',
    'ずれ',
  ),
  defect(
    '結果ファイルが2つのまま決済が1つ（2回出力した）',
    onFiles((all, { result }) => void all.set(result.replace(/\d{6}\.xml$/, '999999.xml'), all.get(result)!)),
    'A019 refuse',
    'entry',
    '決済',
  ),
  defect(
    '健診のZIPに保健指導のファイルが混じった',
    onFiles((all, { result, claim }) => {
      all.set(result.replace('/h', '/g'), all.get(result)!);
      all.set(claim.replace('/c', '/p'), all.get(claim)!);
    }),
    'A020 refuse',
    'archive',
    '保健指導',
  ),
  defect(
    '結果ファイル名が25桁',
    onFiles((all, { result }) => {
      all.set(result.replace(/0(\d{5}\.xml)$/, '$1'), all.get(result)!);
      all.delete(result);
    }),
    'A021 refuse',
    'entry',
    '25桁',
  ),
  defect(
    '結果ファイル名の頭文字が大文字',
    onFiles((all, { result }) => {
      all.set(result.replace('/h', '/H'), all.get(result)!);
      all.delete(result);
    }),
    'A021 refuse',
    'entry',
    '大文字',
  ),
  defect(
    '結果ファイル名に氏名が付いている',
    onFiles((all, { result }) => {
      all.set(result.replace('.xml', '_TARO.xml'), all.get(result)!);
      all.delete(result);
    }),
    'A021 refuse',
    'entry',
    '文字があります',
  ),
  defect(
    'DATAにCSVの控えが入っている',
    addedFile('DATA/kenshin.csv'),
    'A021 refuse',
    'entry',
    'XMLファイルではありません',
  ),
  defect(
    'ファイル名の機関番号が提出元と違う',
    onFiles((all, { result, claim }) => {
      for (const path of [result, claim]) {
        all.set(path.replace(/\d{10}/, '2710000019'), all.get(path)!);
        all.delete(path);
      }
    }),
    'A022 warning',
    'entry',
    '機関番号',
  ),
  defect(
    'ファイル名の日付が日付でない',
    onFiles((all, { result, claim }) => {
      for (const path of [result, claim]) {
        all.set(path.replace('20261124', '20261399'), all.get(path)!);
        all.delete(path);
      }
    }),
    'A023 warning',
    'entry',
    '作成年月日',
  ),
  // XSD and strays.
  defect('XSDフォルダがない', removedFiles(/^XSD/), 'A025 warning', 'entry', 'XSD'),
  defect('XSDが1つ足りない', removedFiles(/^XSD\/co08/), 'A025 warning', 'entry', 'co08_V08.xsd'),
  defect(
    'XSDの階層が違う（coreschemasがない）',
    renamedFiles(/^XSD\/coreschemas\//, 'XSD/'),
    'A025 warning',
    'entry',
    'coreschemas',
  ),
  defect('XSDフォルダが小文字', renamedFiles(/^XSD\//, 'xsd/'), 'A026 warning', 'entry', '大文字'),
  defect(
    'XSDが第3期のもの（V07）',
    renamedFiles(/^XSD\/(..)08_V08/, 'XSD/$108_V07'),
    'A025 warning',
    'entry',
    'XSD',
  ),
  defect('Thumbs.dbが混じった', addedFile('DATA/Thumbs.db'), 'A026 warning', 'entry', '不要'),
  defect('.DS_Storeが混じった', addedFile('.DS_Store'), 'A026 warning', 'entry', '不要'),
  defect('desktop.iniが混じった', addedFile('desktop.ini'), 'A026 warning', 'entry', '不要'),
  defect(
    '__MACOSXフォルダが混じった',
    {
      entries: (entries) => [
        ...entries,
        ...entries.map((entry) => ({
          ...entry,
          name: Buffer.from(`__MACOSX/${entry.name.toString().replace(/([^/]+)$/, '._$1')}`),
        })),
      ],
    },
    'A026 warning',
    'index',
    '不要',
  ),
  defect('説明書（readme.txt）が入っている', addedFile('readme.txt'), 'A026 warning', 'entry', '不要'),
  defect(
    '一太郎の控えが入っている',
    addedFile('CLAIMS/seikyu.jtd'),
    'A021 refuse',
    'entry',
    'XMLファイルではありません',
  ),
  defect('実行ファイルが入っている', addedFile('setup.exe'), 'A026 refuse', 'entry', '実行'),
  defect('バッチファイルが入っている', addedFile('DATA/make.bat'), 'A026 refuse', 'entry', '実行'),
];
