import type { ArchiveDefect, ArchiveDefectCode } from '@daiko/exchange-format';
import type { Bilingual } from '@daiko/contracts';
import type { ArchiveFacts } from '../../archive-facts.js';
import { type Report, text } from '../../rule.js';

/** Rules that report what the archive reader found. */
export type DefectRule = 'A001' | 'A002' | 'A003' | 'A004' | 'A005' | 'A007';

/** Each defect of the reader: the rule it belongs to and what it is called. */
export const defectWords: Readonly<Record<ArchiveDefectCode, readonly [DefectRule, Bilingual]>> = {
  'not-a-zip': ['A001', text('ZIPではありません', 'it is not a ZIP')],
  truncated: ['A001', text('途中で切れています', 'it is cut off')],
  'trailing-bytes': ['A001', text('末尾に余分なデータがあります', 'bytes follow its end')],
  'leading-bytes': ['A001', text('先頭に余分なデータがあります', 'bytes stand before its beginning')],
  'ambiguous-end': ['A001', text('終端が二通りに読めます', 'its end can be read in two ways')],
  'multi-disk': ['A001', text('分割ZIPは使用できません', 'it is split over several disks')],
  'directory-corrupt': ['A001', text('ファイル一覧が壊れています', 'its directory is damaged')],
  'unsupported-method': ['A001', text('圧縮方式が対象外です', 'its compression method is not supported')],
  'header-disagreement': ['A001', text('ヘッダーの内容が一致しません', 'its headers disagree')],
  'overlapping-entries': ['A001', text('ファイルの領域が重なっています', 'its entries overlap')],
  'folder-with-content': ['A001', text('フォルダに内容があります', 'a folder has contents')],
  encrypted: ['A002', text('暗号化されています', 'it is encrypted')],
  'path-traversal': ['A003', text('上位フォルダを指しています', 'it points to a folder above')],
  'absolute-path': ['A003', text('絶対パスです', 'it is an absolute path')],
  'drive-letter': ['A003', text('ドライブ名があります', 'it names a drive')],
  backslash: ['A003', text('「\\」があります', 'it has a backslash')],
  'control-character': ['A003', text('制御文字があります', 'it has a control character')],
  'name-not-ascii': ['A003', text('半角英数字以外の文字があります', 'it has characters outside ASCII')],
  'empty-name': ['A003', text('名前が空です', 'it is empty')],
  symlink: ['A003', text('シンボリックリンクです', 'it is a symbolic link')],
  device: ['A003', text('通常のファイルではありません', 'it is not a plain file')],
  'duplicate-path': ['A004', text('重複しています', 'it stands twice')],
  'nested-archive': ['A005', text('圧縮ファイルが中に入っています', 'an archive inside the archive')],
  'name-length-limit': ['A005', text('ファイル名が長すぎます', 'a name is too long')],
  'directory-size-limit': ['A005', text('ファイル一覧が大きすぎます', 'the directory is too large')],
  'entry-count-limit': ['A005', text('ファイル数が多すぎます', 'too many entries')],
  'entry-size-limit': ['A005', text('展開後のファイルが大きすぎます', 'an entry is too large when expanded')],
  'expanded-size-limit': ['A005', text('展開後の合計が大きすぎます', 'the whole is too large when expanded')],
  'ratio-limit': ['A005', text('圧縮率が高すぎます', 'the compression ratio is too high')],
  'depth-limit': ['A005', text('フォルダの階層が深すぎます', 'the folders are too deep')],
  'other-entries-limit': [
    'A005',
    text('記録以外のファイルが多すぎます', 'too many files that are no records'),
  ],
  'root-folder-missing': ['A007', text('ルートフォルダがありません', 'there is no root folder')],
  'several-root-folders': ['A007', text('ルートフォルダが複数あります', 'there are several root folders')],
  'extra-parent-folder': ['A007', text('余分な親フォルダがあります', 'there is an extra parent folder')],
};

const formWords: Readonly<Record<string, Bilingual>> = {
  empty: text('空のファイルです', 'the file is empty'),
  '7z': text('7-Zip（7z）のファイルです', 'it is a 7z file'),
  rar: text('RARのファイルです', 'it is a RAR file'),
  gzip: text('gzipのファイルです', 'it is a gzip file'),
  lzh: text('LHA（lzh）のファイルです', 'it is an LHA file'),
  cab: text('CABのファイルです', 'it is a CAB file'),
  xml: text('XMLファイルです。圧縮されていません', 'it is an XML file, not compressed'),
  pdf: text('PDFのファイルです', 'it is a PDF file'),
  office: text('Office文書です', 'it is a document of an office program'),
};

/** Defects that follow from another one: said of the cause alone. */
const consequences: Readonly<Partial<Record<ArchiveDefectCode, readonly ArchiveDefectCode[]>>> = {
  'extra-parent-folder': ['depth-limit'],
  'nested-archive': ['root-folder-missing'],
  backslash: ['root-folder-missing', 'several-root-folders'],
  'absolute-path': ['depth-limit', 'extra-parent-folder', 'root-folder-missing', 'several-root-folders'],
  'path-traversal': ['depth-limit', 'extra-parent-folder', 'several-root-folders'],
  'drive-letter': ['depth-limit', 'extra-parent-folder', 'several-root-folders'],
};

/**
 * Reports the defects of one rule, each kind once: `{detail}` is what it is called, `{more}` how many more entries have it.
 * What only follows from another defect is left out.
 */
export function reportDefects(rule: DefectRule, archive: ArchiveFacts, report: Report): void {
  const byCode = Map.groupBy(archive.defects, ({ code }) => code);
  const implied = new Set([...byCode.keys()].flatMap((code) => consequences[code] ?? []));
  for (const [code, found] of byCode) {
    const [owner, called] = defectWords[code];
    const [defect] = found;
    if (owner !== rule || implied.has(code) || defect === undefined) continue;
    const others = found.length - 1;
    report(defect.entry === undefined ? null : { file: defect.entry }, {
      value: seenIn(defect),
      expected: defect.values['limit'] ?? null,
      values: {
        detail: formWords[defect.values['form'] ?? ''] ?? called,
        limits: limitsOf(defect),
        more: others === 0 ? '' : text(`（ほか${others}件）`, ` (and ${others} more)`),
      },
    });
  }
}

function limitsOf(defect: ArchiveDefect): Bilingual | '' {
  const [value, limit] = [seenIn(defect), defect.values['limit']];
  return value === null || limit === undefined
    ? ''
    : text(`（値 ${value}、上限 ${limit}）`, ` (found ${value}, limit ${limit})`);
}

function seenIn(defect: ArchiveDefect): string | number | null {
  const { values } = defect;
  for (const name of ['entries', 'size', 'depth', 'length', 'method', 'folders', 'field', 'part']) {
    const value = values[name];
    if (value !== undefined) return value;
  }
  return null;
}
