import type { StrayKind } from '@daiko/exchange-format';
import type { Bilingual } from '@daiko/contracts';
import { type RuleOf, text } from '../../rule.js';

const strayWords: Readonly<Record<StrayKind, Bilingual>> = {
  harmless: text('パソコンが作る管理用ファイル', 'a file the computer makes for itself'),
  executable: text('実行形式のファイル', 'a program'),
  'wrong-case': text('大文字・小文字が違う名前', 'a known name in other letter case'),
  unknown: text('用途不明のファイル', 'a file of unknown purpose'),
};

/** A026: 不要なファイルがあります。 */
export const a026: RuleOf<'archive'> = {
  id: 'A026',
  level: 1,
  severity: 'warning',
  returnReason: null,
  source: 'own design',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('不要なファイルがあります', 'There are files that do not belong here'),
  message: text('規格にないファイルがあります（{detail}）。', 'A file does not belong here: {detail}.'),
  remedy: text('不要なファイルを除いてください。', 'Remove the file.'),
  check(archive, _facts, report) {
    for (const { path, kind } of archive.directory?.facts.strays.first ?? []) {
      report(
        { file: path },
        { values: { detail: strayWords[kind] }, severity: kind === 'executable' ? 'refuse' : 'warning' },
      );
    }
  },
};
