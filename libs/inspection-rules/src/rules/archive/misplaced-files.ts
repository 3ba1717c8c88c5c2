import type { ArchiveDirectory } from '@daiko/exchange-format';
import type { Bilingual } from '@daiko/contracts';
import { text } from '../../rule.js';

/** Where the files of a folder seem to lie instead (`data/`, the root); '' when nowhere. */
export function misplacedIn(directory: ArchiveDirectory, folder: 'DATA' | 'CLAIMS'): Bilingual | '' {
  const wanted = folder === 'DATA' ? /^(.*?)\/?[hg]\d{26}\.xml$/i : /^(.*?)\/?[cp]\d{26}\.xml$/i;
  for (const { path } of directory.facts.strays.first) {
    const [, found] = wanted.exec(path.slice(path.indexOf('/') + 1)) ?? [];
    if (found === undefined) continue;
    if (found === '')
      return text('。ルートフォルダの直下に置かれています', '; the files lie in the root folder');
    return found.toUpperCase() === folder
      ? text(
          `。フォルダ名「${found}」は大文字で「${folder}」とします`,
          `; the folder "${found}" must be named "${folder}"`,
        )
      : text(`。フォルダ「${found}」に置かれています`, `; the files lie in the folder "${found}"`);
  }
  return '';
}
