/** Folder of result files. */
export const DATA_FOLDER = 'DATA';
/** Folder of claim files (決済情報). */
export const CLAIMS_FOLDER = 'CLAIMS';
/** 交換用基本情報ファイル, always there. */
export const INDEX_FILE = 'ix08_V08.xml';
/** 決済情報集計ファイル, there when claims are. */
export const SUMMARY_FILE = 'su08_V08.xml';

/** The schema set an archive should carry, as paths under the root folder. Never used to validate anything. */
export const SCHEMA_FILES: readonly string[] = [
  'XSD/ix08_V08.xsd',
  'XSD/su08_V08.xsd',
  'XSD/cc08_V08.xsd',
  'XSD/gc08_V08.xsd',
  'XSD/co08_V08.xsd',
  'XSD/hc08_V08.xsd',
  'XSD/hg08_V08.xsd',
  'XSD/coreschemas/datatypes_hcgv08.xsd',
  'XSD/coreschemas/datatypes-base_hcgv08.xsd',
  'XSD/coreschemas/voc_hcgv08.xsd',
  'XSD/coreschemas/narrativeBlock_hcgv08.xsd',
];

/** Why an entry is not one the standard knows. */
export type StrayKind = 'harmless' | 'executable' | 'wrong-case' | 'unknown';

const KNOWN_FOLDERS = new Set(['DATA', 'CLAIMS', 'XSD', 'XSD/coreschemas']);
const SCHEMAS = new Set(SCHEMA_FILES);
const KNOWN_IN_ANY_CASE = new Set(
  [...KNOWN_FOLDERS, ...SCHEMA_FILES, INDEX_FILE, SUMMARY_FILE].map((path) => path.toLowerCase()),
);
const HARMLESS_NAMES = new Set(['thumbs.db', '.ds_store', 'desktop.ini', '.directory']);
const HARMLESS_FOLDER = '__macosx';
const NESTED_ARCHIVE =
  /\.(zip|zipx|7z|rar|gz|tgz|tar|bz2|tbz2?|xz|txz|zst|lzh|lha|lz4|lzma|cab|arj|iso|jar|war|z|001)$/i;
const EXECUTABLE =
  /\.(exe|com|bat|cmd|ps1|psm1|js|jse|mjs|vbs|vbe|wsf|wsh|hta|scr|pif|cpl|dll|sys|msi|msp|reg|lnk|inf|sh|bash|command|app|apk|py|pl|rb|php|jar|elf|so|dylib|docm|xlsm|pptm)$/i;

/** True for a name that ends like an archive. */
export function isNestedArchive(path: string): boolean {
  return NESTED_ARCHIVE.test(path);
}

/** True for a known folder under the root (`path` without the root and without the last slash). */
export function isKnownFolder(path: string): boolean {
  return KNOWN_FOLDERS.has(path);
}

/** True for a file of the schema set (`path` without the root). */
export function isSchemaFile(path: string): boolean {
  return SCHEMAS.has(path);
}

/** True for the folder macOS adds beside the root. */
export function isHarmlessFolder(topFolder: string): boolean {
  return topFolder.toLowerCase() === HARMLESS_FOLDER;
}

/** True for a path in that folder; such entries double every file and are passed over. */
export function isUnderHarmlessFolder(path: string): boolean {
  return isHarmlessFolder(path.slice(0, path.indexOf('/')));
}

/** Sorts an entry the standard does not know; `path` is without the root folder. */
export function strayKindOf(path: string): StrayKind {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (EXECUTABLE.test(name)) return 'executable';
  const lower = path.toLowerCase();
  if (KNOWN_IN_ANY_CASE.has(lower) || /^(data|claims)\/[hcgp]\d{26}\.xml$/.test(lower)) return 'wrong-case';
  if (HARMLESS_NAMES.has(name.toLowerCase()) || name.startsWith('._')) return 'harmless';
  return lower === HARMLESS_FOLDER || lower.startsWith(`${HARMLESS_FOLDER}/`) ? 'harmless' : 'unknown';
}
