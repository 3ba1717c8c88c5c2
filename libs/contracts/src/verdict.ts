/** Severity of a rule (重大度): refuse 受付不可, return 返戻, query 確認依頼, warning 警告, info 参考. */
export const severities = ['refuse', 'return', 'query', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** Verdict on one record (判定). `held` is a fault of ours and never says anything about the data. */
export const recordVerdicts = ['accepted', 'query', 'returned', 'held'] as const;
export type RecordVerdict = (typeof recordVerdicts)[number];

/** Verdict on a whole archive. */
export const archiveVerdicts = ['accepted', 'refused', 'held'] as const;
export type ArchiveVerdict = (typeof archiveVerdicts)[number];

/** Kind of archive (実施区分): checkup 特定健診 (1), guidance 特定保健指導 (2). */
export const archiveKinds = ['checkup', 'guidance'] as const;
export type ArchiveKind = (typeof archiveKinds)[number];
