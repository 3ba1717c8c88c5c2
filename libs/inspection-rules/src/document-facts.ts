import {
  cdaNamespace,
  detectDocument,
  type DocumentGeneration,
  type DocumentKind,
  type EntryAnswer,
  type EntryDefect,
  parseXml,
  type ParsedXml,
  type SchemaError,
  type SchemaSet,
  v3Namespace,
  v4Namespace,
  validateSchema,
  type XmlElement,
  type XmlLimits,
} from '@daiko/exchange-format';

/** Kinds of file a rule concerns, as the catalogue writes them; `zip` is the archive itself. */
export type AppliesTo = 'zip' | 'ix' | 'su' | 'hc' | 'cc' | 'hg' | 'gc';

/** What a schema says of a document; null where it was not asked (nothing to read, or another generation). */
export type SchemaVerdict = 'valid' | 'invalid' | null;

/** What a file of an archive is there for. */
export type DocumentRole = 'index' | 'summary' | 'result' | 'claim';

/** One XML file as found: bytes that could not be expanded, XML that could not be read, or a root element. */
export interface DocumentFacts {
  readonly role: DocumentRole;
  /** Path inside the archive. */
  readonly path: string;
  /** Kind the place and the name demand. */
  readonly expectedKind: DocumentKind;
  readonly entryDefect: EntryDefect | null;
  readonly parsed: ParsedXml | null;
  readonly root: XmlElement | null;
  readonly hasExpectedRoot: boolean;
  readonly generation: DocumentGeneration;
  /** Right root element in a known namespace: the readers may be called. */
  readonly isReadable: boolean;
  /** What the schema says against a readable file of the current generation; null when it could not be asked. */
  readonly schemaErrors: readonly SchemaError[] | null;
}

/** Violations of one file beyond these are not looked for. */
const SCHEMA_ERRORS_MAX = 50;

const expectedRoots: Readonly<Record<DocumentKind, string>> = {
  ix08: 'index',
  su08: 'summary',
  cc08: 'checkupClaim',
  gc08: 'healthGuidanceClaim',
  hc08: 'ClinicalDocument',
  hg08: 'ClinicalDocument',
};

/** Name of the root element a kind of file must have. */
export function expectedRootOf(kind: DocumentKind): string {
  return expectedRoots[kind];
}

/** Namespace a kind of file must have. */
export function expectedNamespaceOf(kind: DocumentKind): string {
  return kind === 'hc08' || kind === 'hg08' ? cdaNamespace : v4Namespace;
}

/** The word the catalogue has for a kind of file. */
export function appliesToOf(kind: DocumentKind): AppliesTo {
  return kind.slice(0, 2) as AppliesTo;
}

/** What reading a file depends on: `InspectionSettings` has both. */
export interface ReadingTerms {
  readonly xmlLimits: XmlLimits;
  readonly schemas: SchemaSet;
}

/** Reads one file as far as it can be read, and judges it by its schema unless told not to; bad data never throws. */
export function readDocument(
  role: DocumentRole,
  path: string,
  expectedKind: DocumentKind,
  answer: EntryAnswer,
  { xmlLimits, schemas }: ReadingTerms,
  isValidated = true,
): DocumentFacts {
  const base = { role, path, expectedKind };
  const unread = {
    parsed: null,
    root: null,
    hasExpectedRoot: false,
    generation: 'unknown',
    isReadable: false,
    schemaErrors: none,
  } as const;
  if (!answer.ok) return { ...base, ...unread, entryDefect: answer.defect };
  const parsed = parseXml(answer.bytes, xmlLimits);
  if (!parsed.ok) return { ...base, ...unread, entryDefect: null, parsed };
  const { root } = parsed;
  const hasExpectedRoot = root.name === expectedRootOf(expectedKind);
  const generation = root.namespace === v3Namespace ? 'v3' : detectDocument(root).generation;
  const isReadable = hasExpectedRoot && generation !== 'unknown';
  const isJudged = isValidated && isReadable && generation === 'v4';
  const schemaErrors = isJudged ? judged(root, expectedKind, schemas) : none;
  return { ...base, entryDefect: null, parsed, root, hasExpectedRoot, generation, isReadable, schemaErrors };
}

/** What its schema says of a file; null where it was not asked. */
export function schemaVerdictOf(file: DocumentFacts | null): SchemaVerdict {
  if (file === null || !file.isReadable || file.generation !== 'v4' || file.schemaErrors === null)
    return null;
  return file.schemaErrors.length === 0 ? 'valid' : 'invalid';
}

const none: readonly never[] = [];

// A validator that fails is our fault, never a pass: null makes the rule throw and holds the record.
function judged(root: XmlElement, kind: DocumentKind, schemas: SchemaSet): readonly SchemaError[] | null {
  try {
    return validateSchema(root, schemas.schemaOf(kind), SCHEMA_ERRORS_MAX);
  } catch {
    return null;
  }
}
