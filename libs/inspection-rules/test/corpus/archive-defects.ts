import { Buffer } from 'node:buffer';
import { type ArchiveFiles, type Paths, type Step } from './spoil.js';
import type { CorpusDefect } from './prove-corpus.js';
import type { ZipEntry } from './zip-file.js';

/** Another name for every entry, root folder included. */
const named = (rename: (name: string) => string | Buffer): Step => ({
  entries: (entries) =>
    entries.map((entry) => ({ ...entry, name: Buffer.from(rename(entry.name.toString())) })),
});

const files = (change: (files: ArchiveFiles, paths: Paths) => void): Step => ({ files: change });
const added = (path: string, content: string | Buffer = 'x'): Step =>
  files((all) => void all.set(path, Buffer.from(content)));
const removed = (pattern: RegExp): Step =>
  files((all) => {
    for (const path of [...all.keys()]) if (pattern.test(path)) all.delete(path);
  });
const renamed = (pattern: RegExp, to: string): Step =>
  files((all) => {
    const entries = [...all].map(([path, bytes]) => [path.replace(pattern, to), bytes] as const);
    all.clear();
    for (const [path, bytes] of entries) all.set(path, bytes);
  });
const onEntry = (pattern: RegExp, change: (entry: ZipEntry) => ZipEntry): Step => ({
  entries: (entries) => entries.map((entry) => (pattern.test(entry.name.toString()) ? change(entry) : entry)),
});

const refused = { file: 'archive', severity: 'refuse', times: 1 } as const;
const refusedAt = { file: 'elsewhere', severity: 'refuse', times: 1 } as const;
const warned = { file: 'elsewhere', severity: 'warning' } as const;
/** Shift_JIS of 決済情報. */
const sjis = Buffer.from([0x8c, 0x88, 0x8d, 0xcf, 0x8f, 0xee, 0x95, 0xf1]);

/** Mistakes in the making of the ZIP: its form, names, folders and what lies in them. */
export const archiveDefects: readonly CorpusDefect[] = [
  // The file itself.
  { defect: '空のファイル', edit: { bytes: () => Buffer.alloc(0) }, rule: 'A001', words: /ZIP/, ...refused },
  {
    defect: '7zファイルの拡張子をzipに変えた',
    edit: { bytes: () => Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, ...Array<number>(400).fill(7)]) },
    rule: 'A001',
    words: /7z|7-Zip/i,
    ...refused,
  },
  {
    defect: 'RARファイルの拡張子をzipに変えた',
    edit: { bytes: () => Buffer.from(`Rar!\u001a\u0007\u0000${'x'.repeat(400)}`, 'latin1') },
    rule: 'A001',
    words: /RAR/i,
    ...refused,
  },
  {
    defect: 'gzipファイル（tar.gz）をzipとして送った',
    edit: { bytes: () => Buffer.from([0x1f, 0x8b, 8, ...Array<number>(400).fill(3)]) },
    rule: 'A001',
    words: /gzip/i,
    ...refused,
  },
  {
    defect: 'LHA（lzh）をzipとして送った',
    edit: { bytes: () => Buffer.from(`\u0020\u0000-lh5-${'x'.repeat(400)}`, 'latin1') },
    rule: 'A001',
    words: /LHA|lzh/i,
    ...refused,
  },
  {
    defect: 'XMLファイルを1つだけzipにせず送った',
    edit: { bytes: () => Buffer.from('<?xml version="1.0" encoding="UTF-8"?><ClinicalDocument/>') },
    rule: 'A001',
    words: /XML/,
    ...refused,
  },
  {
    defect: '送信中に途中で切れた',
    edit: { bytes: (zip) => zip.subarray(0, Math.floor(zip.length / 2)) },
    rule: 'A001',
    words: /途中で切れ/,
    ...refused,
  },
  {
    defect: '末尾の数バイトが欠けた',
    edit: { bytes: (zip) => zip.subarray(0, zip.length - 5) },
    rule: 'A001',
    words: /途中で切れ/,
    ...refused,
  },
  {
    defect: '末尾に余分なデータ（メールの署名）',
    edit: { bytes: (zip) => Buffer.concat([zip, Buffer.from('\r\n-- \r\n健診係')]) },
    rule: 'A001',
    words: /末尾/,
    ...refused,
  },
  {
    defect: '自己解凍形式（exe付き）',
    edit: { bytes: (zip) => Buffer.concat([Buffer.from(`MZ${'x'.repeat(500)}`), zip]) },
    rule: 'A001',
    words: /自己解凍|先頭/,
    ...refused,
  },
  {
    defect: '圧縮方式がDeflate64',
    edit: onEntry(/DATA\/h.*000\.xml$/, (entry) => ({ ...entry, method: 9 })),
    rule: 'A001',
    words: /圧縮方式/,
    ...refusedAt,
  },
  {
    defect: '圧縮方式がLZMA',
    edit: onEntry(/DATA\/h/, (entry) => ({ ...entry, method: 14 })),
    rule: 'A001',
    words: /圧縮方式/,
    ...refusedAt,
  },
  {
    defect: 'パスワード付きZIP',
    edit: { entries: (entries) => entries.map((entry) => ({ ...entry, flags: 1 })) },
    rule: 'A002',
    words: /暗号化/,
    ...refusedAt,
  },
  {
    defect: 'AESで暗号化したZIP',
    edit: {
      entries: (entries) =>
        entries.map((entry) => ({
          ...entry,
          flags: 1,
          method: 99,
          extra: Buffer.from([1, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 8, 0]),
        })),
    },
    rule: 'A002',
    words: /暗号化/,
    ...refusedAt,
  },
  {
    defect: '結果ファイル1つだけにパスワード',
    edit: onEntry(/DATA\/h.*000\.xml$/, (entry) => ({ ...entry, flags: 1 })),
    rule: 'A002',
    words: /暗号化/,
    ...refusedAt,
  },
  {
    defect: 'ZIPをさらにZIPにした',
    edit: {
      files: (all) => all.clear(),
      entries: () => [{ name: Buffer.from('inner.zip'), bytes: Buffer.from('PK\u0003\u0004xx') }],
    },
    rule: ['A005', 'A007'],
    words: /ZIP|圧縮ファイル/,
    ...refusedAt,
  },
  {
    defect: 'ZIPと同名のZIPがルートフォルダの中に入っている',
    edit: added('1310000011_91399113_202611240_1.zip', 'PK'),
    rule: 'A005',
    words: /圧縮ファイル/,
    ...refusedAt,
  },
  {
    defect: '医療機関控えのlzhが入っている',
    edit: added('hikae.lzh'),
    rule: 'A005',
    words: /圧縮ファイル/,
    ...refusedAt,
  },
  // Names of entries.
  {
    defect: '区切りが\\（Windowsの古い圧縮ソフト）',
    edit: named((name) => name.replaceAll('/', '\\')),
    rule: 'A003',
    words: /\\/,
    ...refusedAt,
  },
  {
    defect: '絶対パス',
    edit: named((name) => `/${name}`),
    rule: 'A003',
    words: /絶対パス/,
    ...refusedAt,
  },
  {
    defect: 'ドライブ名から圧縮した（C:/…）',
    edit: named((name) => `C:/${name}`),
    rule: 'A003',
    words: /ドライブ/,
    ...refusedAt,
  },
  {
    defect: '../で始まる',
    edit: named((name) => `../${name}`),
    rule: 'A003',
    words: /上位フォルダ/,
    ...refusedAt,
  },
  {
    defect: 'Shift_JISの日本語名のファイルがある',
    edit: {
      entries: (entries) => [
        ...entries,
        {
          name: Buffer.concat([
            Buffer.from('ROOT/'.replace('ROOT', rootOf(entries))),
            sjis,
            Buffer.from('.txt'),
          ]),
          bytes: Buffer.from('x'),
        },
      ],
    },
    rule: 'A003',
    words: /半角英数字以外/,
    ...refusedAt,
  },
  {
    defect: 'UTF-8の日本語名のファイルがある',
    edit: {
      entries: (entries) => [
        ...entries,
        { name: Buffer.from(`${rootOf(entries)}/送付書.txt`), flags: 0x800, bytes: Buffer.from('x') },
      ],
    },
    rule: 'A003',
    words: /半角英数字以外/,
    ...refusedAt,
  },
  {
    defect: '同じ結果ファイルが2回入っている',
    edit: {
      entries: (entries) => [...entries, entries.find(({ name }) => /DATA\/h/.test(name.toString()))!],
    },
    rule: 'A004',
    words: /重複/,
    ...refusedAt,
  },
  {
    defect: '同じ結果ファイルが大文字の拡張子でもう1つ',
    edit: files((all, { result }) => void all.set(result.replace('.xml', '.XML'), all.get(result)!)),
    rule: 'A004',
    words: /重複/,
    ...refusedAt,
  },
  // Root folder and name.
  {
    defect: 'ルートフォルダがない（中身を直接圧縮）',
    edit: named((name) => name.slice(name.indexOf('/') + 1)),
    rule: 'A007',
    words: /ルートフォルダ/,
    file: 'archive',
    severity: 'refuse',
    times: 1,
  },
  {
    defect: '余分な親フォルダ（デスクトップのフォルダごと圧縮）',
    edit: named((name) => `soufu/${name}`),
    rule: 'A007',
    words: /親フォルダ/,
    ...refusedAt,
  },
  {
    defect: 'ルートフォルダが2つ（2回分を1つのZIPに）',
    edit: {
      entries: (entries) => [
        ...entries,
        ...entries.map((entry) => ({
          ...entry,
          name: Buffer.from(entry.name.toString().replace(/^[^/]+/, (root) => root.replace(/0_1$/, '1_1'))),
        })),
      ],
    },
    rule: 'A007',
    words: /複数/,
    ...refused,
  },
  {
    defect: 'ZIP名だけを付け替えた（フォルダ名は前回のまま）',
    edit: { fileName: (name) => name.replace(/0_1\.zip$/, '1_1.zip') },
    rule: 'A008',
    words: /フォルダ名.*ZIP名|ZIP名.*フォルダ名/,
    ...refusedAt,
  },
  {
    defect: 'ダウンロードで「 (1)」が付いた',
    edit: { fileName: (name) => name.replace('.zip', ' (1).zip') },
    rule: 'A008',
    words: /\(1\)/,
    ...refusedAt,
  },
  {
    defect: '「コピー」が付いたZIP名',
    edit: { fileName: (name) => name.replace('.zip', ' - コピー.zip') },
    rule: 'A008',
    words: /コピー/,
    ...refusedAt,
  },
  {
    defect: '日付とNの間に下線（…_20261124_0_1）',
    edit: { root: (root) => root.replace(/(\d{8})(\d)_1$/, '$1_$2_1') },
    rule: 'A009',
    words: /形式/,
    ...refused,
  },
  {
    defect: '日付が和暦（1081124）',
    edit: { root: (root) => root.replace('20261124', '0081124') },
    rule: 'A009',
    words: /形式/,
    ...refused,
  },
  {
    defect: '送信回数がない',
    edit: { root: (root) => root.replace('202611240_', '20261124_') },
    rule: 'A009',
    words: /形式.*送信回数|送信回数/,
    ...refused,
  },
  {
    defect: '実施区分がない',
    edit: { root: (root) => root.slice(0, -2) },
    rule: 'A009',
    words: /実施区分/,
    ...refused,
  },
  {
    defect: '提出元の機関番号が9桁',
    edit: { root: (root) => root.slice(1) },
    rule: 'A009',
    words: /機関番号|桁/,
    ...refused,
  },
  {
    defect: '国保の保険者番号を6桁のまま提出先に',
    edit: { root: (root) => root.replace('91399113', '138057') },
    rule: 'A009',
    words: /桁/,
    ...refused,
  },
  {
    defect: '提出先が別の代行機関',
    edit: [{ root: (root) => root.replace('91399113', '94899010') }],
    rule: 'A013',
    words: /提出先/,
    ...refused,
  },
  {
    defect: '提出元と提出先が逆',
    edit: { root: (root) => root.replace(/^(\d{10})_(\d{8})/, '$2_$1') },
    rule: ['A012', 'S008', 'S010'],
    words: /提出元|送付元/,
    file: 'index',
    severity: 'refuse',
    times: 1,
  },
  {
    defect: '提出年月日が暦にない（20261131）',
    edit: { root: (root) => root.replace('20261124', '20261131') },
    rule: 'A010',
    words: /提出年月日.*20261131/,
    ...refused,
  },
  {
    defect: '提出年月日が先の日付（20261224）',
    edit: { root: (root) => root.replace('20261124', '20261224') },
    rule: 'A010',
    words: /20261224/,
    ...refused,
  },
  {
    defect: '提出年月日が昨年（20251124）',
    edit: { root: (root) => root.replace('20261124', '20251124') },
    rule: 'A011',
    file: 'archive',
    severity: 'warning',
    words: /提出年月日/,
  },
  {
    defect: '実施区分4（他の健診結果の受領分）で送った',
    edit: { root: (root) => root.replace(/1$/, '4') },
    rule: 'A014',
    words: /実施区分/,
    ...refused,
  },
  {
    defect: '健診なのに実施区分2の名前',
    edit: { root: (root) => root.replace(/1$/, '2') },
    rule: 'A020',
    words: /健診.*実施区分|実施区分/,
    ...refused,
  },
  // Index, summary, folders.
  {
    defect: '交換用基本情報がない',
    edit: removed(/ix08/),
    rule: 'A015',
    words: /交換用基本情報/,
    ...refusedAt,
  },
  {
    defect: '交換用基本情報が小文字（ix08_v08.xml）',
    edit: renamed(/ix08_V08/, 'ix08_v08'),
    rule: 'A015',
    words: /大文字・小文字/,
    ...refusedAt,
  },
  {
    defect: '交換用基本情報の拡張子が大文字',
    edit: renamed(/ix08_V08\.xml/, 'ix08_V08.XML'),
    rule: 'A015',
    words: /大文字・小文字/,
    ...refusedAt,
  },
  {
    defect: '交換用基本情報が第3期のファイル名（ix08_V07.xml）',
    edit: renamed(/ix08_V08\.xml/, 'ix08_V07.xml'),
    rule: 'A015',
    words: /ix08_V08\.xml/,
    ...refusedAt,
  },
  {
    defect: '交換用基本情報がDATAの中にある',
    edit: renamed(/^ix08/, 'DATA/ix08'),
    rule: 'A015',
    words: /ix08_V08\.xml/,
    ...refusedAt,
  },
  {
    defect: '集計情報がない',
    edit: removed(/su08/),
    rule: 'A016',
    words: /集計情報/,
    ...refusedAt,
  },
  {
    defect: '集計情報がCLAIMSの中にある',
    edit: renamed(/^su08/, 'CLAIMS/su08'),
    rule: 'A016',
    words: /su08_V08\.xml/,
    ...refusedAt,
  },
  {
    defect: 'CLAIMSフォルダがない（決済情報の入れ忘れ）',
    edit: removed(/^CLAIMS/),
    rule: 'A017',
    words: /決済/,
    ...refusedAt,
  },
  {
    defect: 'DATAフォルダがない（決済情報だけ）',
    edit: removed(/^DATA/),
    rule: 'A018',
    words: /結果/,
    ...refusedAt,
  },
  {
    defect: 'DATAとCLAIMSがなく交換用基本情報だけ',
    edit: removed(/^(DATA|CLAIMS)/),
    rule: 'A018',
    words: /結果.*決済|決済.*結果/,
    ...refusedAt,
  },
  {
    defect: 'DATAフォルダが小文字',
    edit: renamed(/^DATA/, 'data'),
    rule: 'A018',
    words: /大文字/,
    ...refusedAt,
  },
  {
    defect: 'CLAIMSフォルダがCLAIM',
    edit: renamed(/^CLAIMS/, 'CLAIM'),
    rule: 'A017',
    words: /フォルダ「CLAIM」/,
    ...refusedAt,
  },
  {
    defect: '結果ファイルが直下にある（DATAフォルダなし）',
    edit: renamed(/^DATA\//, ''),
    rule: 'A018',
    words: /DATA/,
    ...refusedAt,
  },
  {
    defect: 'CLAIMSに結果、DATAに決済（フォルダの取り違え）',
    edit: files((all) => {
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
    rule: 'A021',
    words: /フォルダ/,
    ...refusedAt,
  },
  {
    defect: '決済ファイルが1つ足りない',
    edit: files((all, { claim }) => void all.delete(claim)),
    rule: 'A019',
    words: /決済/,
    ...refusedAt,
  },
  {
    defect: '結果ファイルが1つ足りない',
    edit: files((all, { result }) => void all.delete(result)),
    rule: 'A019',
    words: /結果/,
    ...refusedAt,
  },
  {
    defect: '決済ファイルの連番が1つずれている',
    edit: files((all, { claim }) => {
      all.set(claim.replace(/\d{6}\.xml$/, '999999.xml'), all.get(claim)!);
      all.delete(claim);
    }),
    rule: 'A019',
    words: /ずれ/,
    ...refusedAt,
  },
  {
    defect: '結果ファイルが2つのまま決済が1つ（2回出力した）',
    edit: files(
      (all, { result }) => void all.set(result.replace(/\d{6}\.xml$/, '999999.xml'), all.get(result)!),
    ),
    rule: 'A019',
    words: /決済/,
    ...refusedAt,
  },
  {
    defect: '健診のZIPに保健指導のファイルが混じった',
    edit: files((all, { result, claim }) => {
      all.set(result.replace('/h', '/g'), all.get(result)!);
      all.set(claim.replace('/c', '/p'), all.get(claim)!);
    }),
    rule: 'A020',
    words: /保健指導/,
    ...refused,
  },
  {
    defect: '結果ファイル名が25桁',
    edit: files((all, { result }) => {
      all.set(result.replace(/0(\d{5}\.xml)$/, '$1'), all.get(result)!);
      all.delete(result);
    }),
    rule: 'A021',
    words: /25桁/,
    ...refusedAt,
  },
  {
    defect: '結果ファイル名の頭文字が大文字',
    edit: files((all, { result }) => {
      all.set(result.replace('/h', '/H'), all.get(result)!);
      all.delete(result);
    }),
    rule: 'A021',
    words: /大文字/,
    ...refusedAt,
  },
  {
    defect: '結果ファイル名に氏名が付いている',
    edit: files((all, { result }) => {
      all.set(result.replace('.xml', '_TARO.xml'), all.get(result)!);
      all.delete(result);
    }),
    rule: 'A021',
    words: /文字があります/,
    ...refusedAt,
  },
  {
    defect: 'DATAにCSVの控えが入っている',
    edit: added('DATA/kenshin.csv'),
    rule: 'A021',
    words: /XMLファイルではありません/,
    ...refusedAt,
  },
  {
    defect: 'ファイル名の機関番号が提出元と違う',
    edit: files((all, { result, claim }) => {
      for (const path of [result, claim]) {
        all.set(path.replace(/\d{10}/, '2710000019'), all.get(path)!);
        all.delete(path);
      }
    }),
    rule: 'A022',
    words: /機関番号/,
    ...warned,
  },
  {
    defect: 'ファイル名の日付が日付でない',
    edit: files((all, { result, claim }) => {
      for (const path of [result, claim]) {
        all.set(path.replace('20261124', '20261399'), all.get(path)!);
        all.delete(path);
      }
    }),
    rule: 'A023',
    words: /作成年月日/,
    ...warned,
  },
  // XSD and strays.
  { defect: 'XSDフォルダがない', edit: removed(/^XSD/), rule: 'A025', words: /XSD/, ...warned },
  {
    defect: 'XSDが1つ足りない',
    edit: removed(/^XSD\/co08/),
    rule: 'A025',
    words: /co08_V08\.xsd/,
    ...warned,
  },
  {
    defect: 'XSDの階層が違う（coreschemasがない）',
    edit: renamed(/^XSD\/coreschemas\//, 'XSD/'),
    rule: 'A025',
    words: /coreschemas/,
    ...warned,
  },
  {
    defect: 'XSDフォルダが小文字',
    edit: renamed(/^XSD\//, 'xsd/'),
    rule: ['A025', 'A026'],
    words: /XSD|大文字/,
    ...warned,
  },
  {
    defect: 'XSDが第3期のもの（V07）',
    edit: renamed(/^XSD\/(..)08_V08/, 'XSD/$108_V07'),
    rule: ['A025'],
    words: /XSD/,
    ...warned,
  },
  { defect: 'Thumbs.dbが混じった', edit: added('DATA/Thumbs.db'), rule: 'A026', words: /不要/, ...warned },
  { defect: '.DS_Storeが混じった', edit: added('.DS_Store'), rule: 'A026', words: /不要/, ...warned },
  { defect: 'desktop.iniが混じった', edit: added('desktop.ini'), rule: 'A026', words: /不要/, ...warned },
  {
    defect: '__MACOSXフォルダが混じった',
    edit: {
      entries: (entries) => [
        ...entries,
        ...entries.map((entry) => ({
          ...entry,
          name: Buffer.from(`__MACOSX/${entry.name.toString().replace(/([^/]+)$/, '._$1')}`),
        })),
      ],
    },
    rule: 'A026',
    words: /不要/,
    ...warned,
  },
  {
    defect: '説明書（readme.txt）が入っている',
    edit: added('readme.txt'),
    rule: 'A026',
    words: /不要/,
    ...warned,
  },
  {
    defect: '一太郎の控えが入っている',
    edit: added('CLAIMS/seikyu.jtd'),
    rule: 'A021',
    words: /XMLファイルではありません/,
    ...refusedAt,
  },
  { defect: '実行ファイルが入っている', edit: added('setup.exe'), rule: 'A026', words: /実行/, ...refusedAt },
  {
    defect: 'バッチファイルが入っている',
    edit: added('DATA/make.bat'),
    rule: 'A026',
    words: /実行/,
    ...refusedAt,
  },
];

function rootOf(entries: readonly ZipEntry[]): string {
  const name = entries[0]!.name.toString();
  return name.slice(0, name.indexOf('/'));
}
