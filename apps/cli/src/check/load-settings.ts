import { readFile, stat } from 'node:fs/promises';
import { Problem } from '@daiko/contracts/problem';
import { dayInJapan, parseAgencyNumber, parseCalendarDate } from '@daiko/exchange-format';
import { defaultSettings, type InspectionSettings, readSettings } from '@daiko/inspection-rules';
import { unreadable } from './file-source.js';
import { optionInvalid, settingsInvalid } from './problems.js';

const SETTINGS_BYTES_MAX = 1024 * 1024;

/** Settings of a check: the defaults, replaced by those of a file and the agency of the command line. */
export async function loadSettings(options: {
  agency?: string;
  settings?: string;
}): Promise<InspectionSettings> {
  const agency = options.agency ?? '';
  if (agency !== '' && !parseAgencyNumber(agency).ok) {
    throw new Problem(optionInvalid, {
      option: '--agency',
      value: agency,
      wantedJa: '代行機関番号（9で始まる8桁、検証番号が正しいもの）',
      wantedEn: 'an agency number: 8 digits that begin with 9, with a right check digit',
    });
  }
  if (options.settings === undefined) return defaultSettings(agency);
  const read = readSettings(await readJson(options.settings), agency);
  if (read.ok) return read.settings;
  throw new Problem(settingsInvalid, {
    file: options.settings,
    problemsJa: read.problems.map(({ ja }) => ja).join(' '),
    problemsEn: read.problems.map(({ en }) => en).join(' '),
  });
}

/** The day a check is made for: as given, or today in Japan. YYYYMMDD. */
export function dayOfCheck(given: string | undefined, now: Date): string {
  if (given === undefined) return dayInJapan(now);
  const day = given.replaceAll('-', '');
  if (parseCalendarDate(day) !== null) return day;
  throw new Problem(optionInvalid, {
    option: '--date',
    value: given,
    wantedJa: '日付（YYYYMMDD）',
    wantedEn: 'a day written YYYYMMDD',
  });
}

async function readJson(path: string): Promise<unknown> {
  let content: string;
  try {
    const { size } = await stat(path);
    if (size > SETTINGS_BYTES_MAX) throw new Error(`larger than ${SETTINGS_BYTES_MAX} bytes`);
    content = await readFile(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
  try {
    return JSON.parse(content) as unknown;
  } catch {
    const problemsJa = 'JSONとして読めません。';
    throw new Problem(settingsInvalid, { file: path, problemsJa, problemsEn: 'it is not JSON.' });
  }
}
