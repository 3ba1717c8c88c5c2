import { a001 } from './rules/archive/a001-zip-is-readable.js';
import { a002 } from './rules/archive/a002-zip-is-not-encrypted.js';
import { a003 } from './rules/archive/a003-names-are-safe.js';
import { a004 } from './rules/archive/a004-paths-are-unique.js';
import { a005 } from './rules/archive/a005-limits-are-kept.js';
import { a006 } from './rules/archive/a006-no-malware.js';
import { a007 } from './rules/archive/a007-one-root-folder.js';
import { a008 } from './rules/archive/a008-root-folder-named-like-zip.js';
import { a009 } from './rules/archive/a009-root-name-has-form.js';
import { a010 } from './rules/archive/a010-submission-date-is-possible.js';
import { a011 } from './rules/archive/a011-submission-date-is-recent.js';
import { a012 } from './rules/archive/a012-sender-is-the-account.js';
import { a013 } from './rules/archive/a013-receiver-is-this-agency.js';
import { a014 } from './rules/archive/a014-kind-is-handled.js';
import { a015 } from './rules/archive/a015-index-file-is-there.js';
import { a016 } from './rules/archive/a016-summary-file-is-there.js';
import { a017 } from './rules/archive/a017-no-summary-without-claims.js';
import { a018 } from './rules/archive/a018-archive-has-records.js';
import { a019 } from './rules/archive/a019-every-file-has-its-twin.js';
import { a020 } from './rules/archive/a020-files-are-of-one-kind.js';
import { a021 } from './rules/archive/a021-file-names-have-form.js';
import { a022 } from './rules/archive/a022-file-names-carry-the-sender.js';
import { a023 } from './rules/archive/a023-file-names-carry-a-date.js';
import { a024 } from './rules/archive/a024-file-names-carry-sequence-and-kind.js';
import { a025 } from './rules/archive/a025-schema-folder-is-complete.js';
import { a026 } from './rules/archive/a026-no-unknown-entries.js';
import { a027 } from './rules/archive/a027-root-name-is-new.js';
import { a028 } from './rules/archive/a028-content-is-new.js';
import { a030 } from './rules/archive/a030-sends-of-the-day-are-left.js';
import { h001 } from './rules/history/h001-record-is-new.js';
import { s001 } from './rules/index-summary/s001-file-count-agrees.js';
import { s002 } from './rules/index-summary/s002-subject-count-agrees.js';
import { s003 } from './rules/index-summary/s003-cost-total-agrees.js';
import { s004 } from './rules/index-summary/s004-copayment-total-agrees.js';
import { s005 } from './rules/index-summary/s005-other-programme-total-agrees.js';
import { s006 } from './rules/index-summary/s006-claim-total-agrees.js';
import { s007 } from './rules/index-summary/s007-totals-add-up.js';
import { s008 } from './rules/index-summary/s008-interaction-type-is-taken.js';
import { s009 } from './rules/index-summary/s009-service-event-type-agrees.js';
import { s010 } from './rules/index-summary/s010-parties-agree-with-name.js';
import { s011 } from './rules/index-summary/s011-receiver-is-there.js';
import { s012 } from './rules/index-summary/s012-creation-date-is-possible.js';
import { s013 } from './rules/index-summary/s013-creation-date-agrees-with-name.js';
import { s014 } from './rules/index-summary/s014-file-count-includes-claims.js';
import { x001 } from './rules/document/x001-xml-is-well-formed.js';
import { x002 } from './rules/document/x002-no-document-type.js';
import { x003 } from './rules/document/x003-encoding-is-utf-8.js';
import { x004 } from './rules/document/x004-root-element-is-expected.js';
import { x005 } from './rules/document/x005-namespace-is-current.js';
import { x006 } from './rules/document/x006-format-is-not-of-the-third-period.js';
import { x010 } from './rules/document/x010-characters-are-allowed.js';
import type { Rule } from './rule.js';

/** All rules, by id. Written by `node tools/generate/rule-catalogue.mjs`; a test fails when it is stale. */
export const catalogue: readonly Rule[] = [
  a001,
  a002,
  a003,
  a004,
  a005,
  a006,
  a007,
  a008,
  a009,
  a010,
  a011,
  a012,
  a013,
  a014,
  a015,
  a016,
  a017,
  a018,
  a019,
  a020,
  a021,
  a022,
  a023,
  a024,
  a025,
  a026,
  a027,
  a028,
  a030,
  h001,
  s001,
  s002,
  s003,
  s004,
  s005,
  s006,
  s007,
  s008,
  s009,
  s010,
  s011,
  s012,
  s013,
  s014,
  x001,
  x002,
  x003,
  x004,
  x005,
  x006,
  x010,
];
