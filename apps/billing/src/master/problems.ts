import type { ProblemKind } from '@daiko/contracts';

/** What can be wrong with sending a master. */
export const masterProblems = {
  refused: {
    code: 'billing.master-refused',
    status: 422,
    title: { ja: 'マスタを取り込めません', en: 'The master was not taken' },
    detail: {
      ja: '{errorCount}か所に誤りがあります。1行も取り込んでいません。これまでのマスタが引き続き有効です。',
      en: '{errorCount} cells are wrong. Nothing was taken; the master before still holds.',
    },
    remedy: {
      ja: 'errors に示す行と列を直し、ファイル全体をもう一度送ってください。',
      en: 'Mend the lines and columns under "errors" and send the whole file again.',
    },
  },
  tooLarge: {
    code: 'billing.master-too-large',
    status: 413,
    title: { ja: 'マスタが大きすぎます', en: 'The master is too large' },
    detail: {
      ja: 'ファイルの上限は{limitBytes}バイトです。',
      en: 'The limit of the file is {limitBytes} bytes.',
    },
    remedy: {
      ja: '不要な行と列を除いてください。',
      en: 'Leave out lines and columns that are not needed.',
    },
  },
  busy: {
    code: 'billing.master-import-busy',
    status: 503,
    title: { ja: '別の取込が進行中です', en: 'Other imports are running' },
    detail: {
      ja: 'マスタの取込は同時に{limit}件までです。何も保存していません。',
      en: 'At most {limit} masters are taken at once. Nothing was kept.',
    },
    remedy: { ja: 'Retry-Afterの秒数だけ待ってください。', en: 'Wait for the seconds in Retry-After.' },
  },
  notOwn: {
    code: 'billing.master-not-own',
    status: 403,
    title: { ja: '他の保険者のマスタです', en: 'A master of another insurer' },
    detail: {
      ja: '保険者が送れるのは自分のマスタだけです。',
      en: 'An insurer may send its own masters only.',
    },
    remedy: {
      ja: '保険者番号を確認してください。',
      en: 'Check the insurer number.',
    },
  },
} as const satisfies Record<string, ProblemKind>;
