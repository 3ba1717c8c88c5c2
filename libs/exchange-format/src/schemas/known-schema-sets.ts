import { type SchemaFiles, sha256Of } from './schema-set.js';

/** A published set of schemas, known by the digests of its files. */
export interface KnownSchemaSet {
  /** Prefix of the id. */
  readonly name: string;
  readonly ja: string;
  readonly en: string;
  /** SHA-256 by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Sets of the Ministry (厚生労働省), as published. */
export const knownSchemaSets: readonly KnownSchemaSet[] = [
  {
    name: 'mhlw-v08',
    ja: '厚生労働省 第4期 V08',
    en: 'the Ministry of Health, 4th period, V08',
    files: {
      'cc08_V08.xsd': '6d85c0187f3cd6a4b9b0568dc1a33cf6281131d9dfe2108fc805e3185af6e3f8',
      'co08_V08.xsd': 'f3b35f50030759d0d949483b4bde7fb31e8aad9b70d7c88ef117e4e48dc3cdd8',
      'gc08_V08.xsd': 'f7679550d648c0908675aa1746b18f2a9d95b646f1a969664aa933078bbc7c70',
      'hc08_V08.xsd': 'd6c463645f3de0bf0d8487f23c5ecbb4810208a949d2fa1b935d6bb83a3a2561',
      'hg08_V08.xsd': 'a5411bdadeaa8cb5122c3491a7c54e43d5c4957f35834b65cf50f21c09e85654',
      'ix08_V08.xsd': '0cd7e4b909ae63b7f5845eda1d2bf28826fc6730e57669356519dca55d04d4c1',
      'su08_V08.xsd': '49ee3eb7f93f0e6cfe139699e26668b3c17878bf28a86bf7a9e883675bcf166d',
      'coreschemas/datatypes-base_hcgv08.xsd':
        '910f074960a7af744ec80405971b79bece7533f9cb51e7a4d684d69009ea472e',
      'coreschemas/datatypes_hcgv08.xsd': '67f0d98507f5fb5a14b61900a704e8f5e2efe46b5e6248c8e950039727c9af6f',
      'coreschemas/narrativeBlock_hcgv08.xsd':
        'd827061fe5aa40c763ccbf79c5179862e1962d913fb91531ac8c5bbeeabc027e',
      'coreschemas/voc_hcgv08.xsd': '85ceb669439d32cae8998c86dfffe24f39382377332a77613804a67dd00d3d24',
    },
  },
];

/** What a set is: the known one whose every file it holds, or how it differs from the nearest. */
export type Recognition =
  | { readonly isKnown: true; readonly set: KnownSchemaSet }
  | {
      readonly isKnown: false;
      readonly nearest: KnownSchemaSet;
      /** Paths that the nearest set has and this one lacks, has otherwise, or has beside them; each sorted. */
      readonly missing: readonly string[];
      readonly changed: readonly string[];
      readonly added: readonly string[];
    };

/** Tells by the digests of the files which published set this is. */
export function recogniseSchemaSet(files: SchemaFiles): Recognition {
  const differences = knownSchemaSets.map((set) => differenceFrom(set, files));
  const nearest = differences.reduce((best, each) => (each.count < best.count ? each : best));
  if (nearest.count === 0) return { isKnown: true, set: nearest.set };
  const { set, missing, changed, added } = nearest;
  return { isKnown: false, nearest: set, missing, changed, added };
}

function differenceFrom(set: KnownSchemaSet, files: SchemaFiles) {
  const known = Object.entries(set.files);
  const missing = known.flatMap(([path]) => (files.has(path) ? [] : [path])).sort();
  const changed = known
    .flatMap(([path, digest]) => {
      const bytes = files.get(path);
      return bytes === undefined || sha256Of(bytes) === digest ? [] : [path];
    })
    .sort();
  const added = [...files.keys()].filter((path) => !Object.hasOwn(set.files, path)).sort();
  return { set, missing, changed, added, count: missing.length + changed.length + added.length };
}
