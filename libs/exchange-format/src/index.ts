// ---- archive, identifiers, values ----
export { MemorySource, type ByteSource } from './byte-source.js';
export {
  ArchiveDirectory,
  type ArchiveRecord,
  type DirectoryFacts,
  type FirstOf,
  type PrefixCounts,
  type StrayEntry,
  type WrongName,
} from './archive/archive-directory.js';
export {
  ARCHIVE_DEFECT_CODES,
  MAX_DEFECTS,
  printablePath,
  type ArchiveDefect,
  type ArchiveDefectCode,
} from './archive/defect.js';
export type { EntryLocation } from './archive/entry-location.js';
export {
  formatEntryName,
  packPairDigits,
  pairedPrefix,
  parseEntryName,
  unpackPairDigits,
  type EntryName,
  type EntryPrefix,
} from './archive/entry-name.js';
export {
  CLAIMS_FOLDER,
  DATA_FOLDER,
  INDEX_FILE,
  SCHEMA_FILES,
  SUMMARY_FILE,
  type StrayKind,
} from './archive/layout.js';
export { DEFAULT_ARCHIVE_LIMITS, type ArchiveLimits } from './archive/limits.js';
export { isDefective, readDirectory } from './archive/read-directory.js';
export {
  readEntries,
  readEntry,
  readRaw,
  readRawEntries,
  type BatchAnswer,
  type EntryAnswer,
  type EntryDefect,
  type EntryDefectCode,
} from './archive/read-entry.js';
export {
  archiveKindOf,
  formatRootName,
  kindCodeOf,
  parseRootName,
  type ArchiveKind,
  type RootName,
  type RootNameReason,
} from './archive/root-name.js';
export { verifyLocalHeaders } from './archive/verify-local-headers.js';
export {
  ArchiveTooLarge,
  ArchiveWriter,
  MAX_WRITTEN_BYTES,
  MAX_WRITTEN_ENTRIES,
  type ArchiveWriterOptions,
  type RawEntry,
} from './archive/write-archive.js';
export {
  agencyNumberWithCheckDigit,
  parseAgencyNumber,
  type AgencyNumber,
  type AgencyNumberReason,
} from './identifiers/agency-number.js';
export { appendCheckDigit, checkDigitOf, hasValidCheckDigit } from './identifiers/check-digit.js';
export {
  insurerNumberWithCheckDigit,
  padInsurerNumber,
  parseInsurerNumber,
  type InsurerNumber,
  type InsurerNumberReason,
} from './identifiers/insurer-number.js';
export { IDENTIFIER_OID, OID_BASE, parseTicketOid, ticketOid } from './identifiers/oid.js';
export {
  EMPLOYER_NUMBERS,
  hasPrefecture,
  parseProviderNumber,
  providerNumberWithCheckDigit,
  type ProviderNumber,
  type ProviderNumberReason,
} from './identifiers/provider-number.js';
export {
  formatTicketNumber,
  parseTicketNumber,
  ticketNumberParts,
  type TicketKind,
  type TicketNumber,
  type TicketNumberParts,
} from './identifiers/ticket-number.js';
export {
  addDays,
  ageAt,
  calendarDate,
  compareDates,
  dateParts,
  daysBetween,
  fiscalYear,
  fiscalYearEnd,
  fiscalYearStart,
  monthOf,
  parseCalendarDate,
  type CalendarDate,
} from './values/calendar-date.js';
export { examineEncoding, type EncodingFacts } from './values/encoding.js';
export { displayWidth, isFullWidthKatakana, normaliseForComparison } from './values/kana.js';
export { parsed, unparsed, type Parsed } from './values/parsed.js';
export { formatYen, NO_YEN, parseYen, sumYen, yen, type Yen, type YenReason } from './values/yen.js';

// ---- xml, documents, codes, items ----
