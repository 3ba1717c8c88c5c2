import type { ProblemKind } from '@daiko/contracts';

const title = { ja: '点検できません', en: 'The check cannot be made' };

/** The archive or settings file cannot be opened or read. */
export const fileUnreadable: ProblemKind = {
  code: 'cli.file-unreadable',
  status: 400,
  title,
  detail: {
    ja: 'ファイル「{file}」を読めません（{reason}）。',
    en: 'The file "{file}" cannot be read ({reason}).',
  },
  remedy: { ja: 'パスと権限を確認してください。', en: 'Check path and permissions.' },
};

/** The report cannot be written where it was asked for. */
export const fileUnwritable: ProblemKind = {
  code: 'cli.file-unwritable',
  status: 400,
  title,
  detail: {
    ja: 'ファイル「{file}」に書けません（{reason}）。',
    en: 'The file "{file}" cannot be written ({reason}).',
  },
  remedy: { ja: 'フォルダと権限を確認してください。', en: 'Check folder and permissions.' },
};

export const settingsInvalid: ProblemKind = {
  code: 'cli.settings-invalid',
  status: 400,
  title,
  detail: { ja: '設定ファイル「{file}」: {problemsJa}', en: 'Settings file "{file}": {problemsEn}' },
  remedy: { ja: '設定を直してください。', en: 'Correct the settings.' },
};

export const optionInvalid: ProblemKind = {
  code: 'cli.option-invalid',
  status: 400,
  title,
  detail: {
    ja: '{option} の値「{value}」が正しくありません。',
    en: 'The value "{value}" of {option} is not valid.',
  },
  remedy: { ja: '{wantedJa}を指定してください。', en: 'Give {wantedEn}.' },
};
