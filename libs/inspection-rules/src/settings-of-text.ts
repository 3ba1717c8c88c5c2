import { readSettings } from './read-settings.js';
import { defaultSettings, type InspectionSettings } from './settings.js';

/**
 * Settings of a service from the text of its settings file, or the defaults where it has none; the agency is the service's.
 * Throws with everything that is wrong: a judge must not start with settings that are half understood.
 */
export function settingsOfText(text: string | null, agencyNumber: string): InspectionSettings {
  if (text === null) return defaultSettings(agencyNumber);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(
      '点検の設定ファイルがJSONとして読めません。 / The settings file of the rules is not JSON.',
    );
  }
  const read = readSettings(json, agencyNumber);
  if (read.ok) return read.settings;
  const problems = read.problems.map(({ ja, en }) => `${ja} / ${en}`).join('\n');
  throw new Error(`点検の設定が正しくありません。 / The settings of the rules are not right.\n${problems}`);
}
