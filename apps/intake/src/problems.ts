import type { ProblemKind } from '@daiko/contracts';

/** What intake can refuse, and how the sender mends it. */
export const intakeProblems = {
  fileNameMissing: {
    code: 'intake.file-name-missing',
    status: 400,
    title: { ja: 'ファイル名がありません', en: 'No file name' },
    detail: {
      ja: '使えるファイル名がありません（半角英数字と「_-.」120文字以内、末尾は.zip）。',
      en: 'There is no file name that can be used (ASCII letters, digits and "_-." up to 120, ending in .zip).',
    },
    remedy: {
      ja: 'Content-Disposition: attachment; filename="….zip" を付けてください。',
      en: 'Send Content-Disposition: attachment; filename="….zip".',
    },
  },
  bodyUnreadable: {
    code: 'intake.body-unreadable',
    status: 400,
    title: { ja: '本文を読めません', en: 'Body cannot be read' },
    detail: {
      ja: '本文が途中で切れたか、multipartの形が正しくないか、ファイルの部分がありません。',
      en: 'The body was cut off, is no well-formed multipart, or has no file part.',
    },
    remedy: { ja: 'もう一度送ってください。', en: 'Send it again.' },
  },
  uploadStalled: {
    code: 'intake.upload-stalled',
    status: 408,
    title: { ja: '送信が止まりました', en: 'Upload stalled' },
    detail: {
      ja: '{stallSeconds}秒間、データがほとんど届きませんでした。何も保存していません。',
      en: 'Next to nothing arrived for {stallSeconds} seconds. Nothing was kept.',
    },
    remedy: {
      ja: '回線を確かめて、もう一度送ってください。',
      en: 'Check the line and send it again.',
    },
  },
  digestMalformed: {
    code: 'intake.digest-malformed',
    status: 400,
    title: { ja: 'Content-Digestの形が正しくありません', en: 'Content-Digest not well formed' },
    detail: {
      ja: 'Content-Digest にsha-256の値を読めません。',
      en: 'No sha-256 value can be read from Content-Digest.',
    },
    remedy: {
      ja: 'Content-Digest: sha-256=:<Base64>: の形で送るか、省いてください。',
      en: 'Send Content-Digest: sha-256=:<Base64>: or leave it out.',
    },
  },
  digestMismatch: {
    code: 'intake.digest-mismatch',
    status: 400,
    title: { ja: '本文とContent-Digestが一致しません', en: 'Body and Content-Digest disagree' },
    detail: {
      ja: '届いた本文のSHA-256が {sha256} で、Content-Digestと異なります。何も保存していません。',
      en: 'The SHA-256 of the body that arrived is {sha256}, not that of Content-Digest. Nothing was kept.',
    },
    remedy: {
      ja: '送信中に壊れたおそれがあります。もう一度送ってください。',
      en: 'It may have been damaged on the way. Send it again.',
    },
  },
  archiveTooLarge: {
    code: 'intake.archive-too-large',
    status: 413,
    title: { ja: 'ファイルが大きすぎます', en: 'Archive too large' },
    detail: { ja: '上限は{limitBytes}バイトです。', en: 'The limit is {limitBytes} bytes.' },
    remedy: { ja: '分割して送付してください。', en: 'Split it and send the parts.' },
  },
  tooManyUploads: {
    code: 'intake.too-many-uploads',
    status: 429,
    title: { ja: '同時の送付が多すぎます', en: 'Too many uploads at once' },
    detail: {
      ja: '同時に送れるのは{uploadsConcurrentMax}件までです。',
      en: 'At most {uploadsConcurrentMax} uploads run at once.',
    },
    remedy: {
      ja: '進行中の送付が終わってから、もう一度送ってください。',
      en: 'Wait until one has ended, then send again.',
    },
  },
  keyMalformed: {
    code: 'intake.idempotency-key-malformed',
    status: 400,
    title: { ja: 'Idempotency-Keyの形が正しくありません', en: 'Idempotency-Key not well formed' },
    detail: {
      ja: '半角英数字と「._:-」の8文字以上100文字以内で送ってください。',
      en: 'It must be 8 to 100 ASCII letters, digits or "._:-".',
    },
    remedy: {
      ja: '送付ごとに新しいUUIDなどを付けてください。',
      en: 'Use for example a new UUID for each submission.',
    },
  },
  keyRunning: {
    code: 'intake.idempotency-key-running',
    status: 409,
    title: { ja: '同じ送付が進行中です', en: 'The same upload is running' },
    detail: {
      ja: '同じIdempotency-Keyの送付を処理しています。',
      en: 'An upload with this Idempotency-Key is being processed.',
    },
    remedy: {
      ja: 'Retry-Afterの秒数だけ待って、同じ内容で送ってください。',
      en: 'Wait for the seconds in Retry-After, then send the same again.',
    },
  },
  keyReused: {
    code: 'intake.idempotency-key-reused',
    status: 422,
    title: { ja: 'Idempotency-Keyが別の内容に使われています', en: 'Idempotency-Key used for another body' },
    detail: {
      ja: 'このIdempotency-Keyでは別の内容を受領済みです。',
      en: 'Another body was received under this Idempotency-Key.',
    },
    remedy: { ja: '新しいIdempotency-Keyで送ってください。', en: 'Send with a new Idempotency-Key.' },
  },
  archiveRefused: {
    code: 'intake.archive-refused',
    status: 422,
    title: { ja: '受付できません', en: 'Archive refused' },
    detail: {
      ja: '受付点検で{findingCount}件の指摘があり、受け付けませんでした。何も保存していません。',
      en: 'The desk check has {findingCount} findings; the archive was refused. Nothing was kept.',
    },
    remedy: {
      ja: 'findings の指摘を修正して、送り直してください。',
      en: 'Mend what findings lists and send again.',
    },
  },
  notReady: {
    code: 'intake.not-ready',
    status: 503,
    title: { ja: 'いまは受け付けられません', en: 'Cannot receive now' },
    detail: {
      ja: '受付に必要な機能（{part}）が止まっています。何も保存していません。',
      en: 'A part that receiving needs is down ({part}). Nothing was kept.',
    },
    remedy: {
      ja: 'Retry-Afterの秒数だけ待って、もう一度送ってください。',
      en: 'Wait for the seconds in Retry-After, then send again.',
    },
  },
  busy: {
    code: 'intake.busy',
    status: 503,
    title: { ja: '混み合っています', en: 'Busy' },
    detail: {
      ja: 'ほかの送付を処理しているため、順番が来ませんでした。何も保存していません。',
      en: 'Other uploads are being processed and the turn did not come in time. Nothing was kept.',
    },
    remedy: {
      ja: 'Retry-Afterの秒数だけ待って、もう一度送ってください。',
      en: 'Wait for the seconds in Retry-After, then send again.',
    },
  },
  backlogFull: {
    code: 'intake.backlog-full',
    status: 503,
    title: { ja: '点検待ちが多く、受け付けられません', en: 'Too much waits to be inspected' },
    detail: {
      ja: '点検待ちの記録が上限（{recordsMax}件）を超えています。',
      en: 'More than {recordsMax} records wait to be inspected.',
    },
    remedy: {
      ja: 'Retry-Afterの秒数だけ待って、もう一度送ってください。',
      en: 'Wait for the seconds in Retry-After, then send again.',
    },
  },
  submissionUnknown: {
    code: 'intake.submission-unknown',
    status: 404,
    title: { ja: '受領番号が見つかりません', en: 'Receipt number not found' },
    detail: {
      ja: 'この受領番号の受領はありません。',
      en: 'There is no submission with this receipt number.',
    },
    remedy: { ja: '受領証の番号を確かめてください。', en: 'Check the number on the receipt.' },
  },
} as const satisfies Record<string, ProblemKind>;
