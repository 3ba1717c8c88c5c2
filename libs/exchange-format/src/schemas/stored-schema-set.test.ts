import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkupClaimDraft } from '../../test/drafts.js';
import { officialSchemaFolder, officialSchemasPresent, ownSchemaFolder } from '../../test/official-schema.js';
import { parseXml, validateSchema, writeCheckupClaim } from '../index.js';
import { recogniseSchemaSet } from './known-schema-sets.js';
import { UnknownConstruct } from './read-schema-set.js';
import { digestOfSchemaFiles, ownSchemaSet } from './schema-set.js';
import {
  ACTIVE_SET_FILE,
  isStorablePath,
  openSchemaSet,
  SchemaSetDamaged,
  storeSchemaSet,
} from './stored-schema-set.js';

const encoder = new TextEncoder();

function filesOf(folder: string): Map<string, Uint8Array> {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.xsd'))
      .map((path) => [path, readFileSync(join(folder, path))] as const),
  );
}

/** Our own schemas, in which a claim may bear a version 9.9 of its own. */
function otherFiles(): Map<string, Uint8Array> {
  const files = filesOf(ownSchemaFolder);
  const text = new TextDecoder().decode(files.get('cc08_V08.xsd'));
  return files.set('cc08_V08.xsd', encoder.encode(text.replace('<xs:schema ', '<xs:schema version="9.9" ')));
}

/** What an import leaves in its folder. */
function imported(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const stored = storeSchemaSet(files);
  const folder = new Map(stored.files);
  for (const { path, text } of [stored.cache, stored.active]) folder.set(path, encoder.encode(text));
  return folder;
}

const opened = (folder: ReadonlyMap<string, Uint8Array>) => openSchemaSet((path) => folder.get(path) ?? null);

describe('an imported set of schemas', () => {
  it('is used as it was imported, and says so by its id; without one ours is used', () => {
    const files = otherFiles();
    const { set, renewedCache } = opened(imported(files));
    expect(set.id).toBe(`unknown-${digestOfSchemaFiles(files).slice(0, 12)}`);
    expect(renewedCache).toBeNull();
    expect(set.files().map(({ path }) => path)).toContain('XSD/coreschemas/datatypes_hcgv08.xsd');
    const claim = parseXml(Buffer.from(writeCheckupClaim(checkupClaimDraft)));
    if (!claim.ok) throw new Error('the sample is readable');
    expect(validateSchema(claim.root, set.schemaOf('cc08'))).toEqual([]);
    expect(validateSchema(claim.root, set.schemaOf('gc08')).map(({ code }) => code)).toEqual([
      'unknown-root',
    ]);
    expect(openSchemaSet(() => null)).toEqual({ set: ownSchemaSet(), renewedCache: null });
  });

  it('is compiled anew where its cache is missing, damaged, forged or of another set', () => {
    const folder = imported(otherFiles());
    const cachePath = [...folder.keys()].find(
      (path) => /^[0-9a-f]+\.json$/.test(path) && path !== ACTIVE_SET_FILE,
    )!;
    const good = new TextDecoder().decode(folder.get(cachePath));
    const lax = good.replace('"required":1', '"required":0').replace(',1]', ',0]');
    for (const bad of ['', '{', good.slice(0, -100), '{"form":1}', 'null', '[]', lax]) {
      const { renewedCache } = opened(new Map([...folder, [cachePath, encoder.encode(bad)]]));
      expect(renewedCache).toEqual({ path: cachePath, text: good });
    }
    folder.delete(cachePath);
    expect(opened(folder).renewedCache?.text).toBe(good);
  });

  it('that was changed after its import is refused, never replaced by another in silence', () => {
    const folder = imported(otherFiles());
    const claimSchema = [...folder.keys()].find((path) => path.endsWith('/cc08_V08.xsd'))!;
    const refused = (changed: ReadonlyMap<string, Uint8Array>) =>
      expect(() => opened(changed)).toThrow(SchemaSetDamaged);
    refused(new Map([...folder].filter(([path]) => path !== claimSchema)));
    refused(new Map([...folder, [claimSchema, encoder.encode('<xs:schema/>')]]));
    for (const active of ['', 'own', '{"digest":"../../etc","files":[]}', '{"digest":1}']) {
      refused(new Map([...folder, [ACTIVE_SET_FILE, encoder.encode(active)]]));
    }
    const active = JSON.parse(new TextDecoder().decode(folder.get(ACTIVE_SET_FILE))) as object;
    const outside = JSON.stringify({ ...active, files: ['../../../etc/passwd.xsd'] });
    refused(new Map([...folder, [ACTIVE_SET_FILE, encoder.encode(outside)]]));
  });

  it('that the validator could not judge by exactly is not taken', () => {
    const files = otherFiles();
    const any = encoder.encode(
      new TextDecoder().decode(files.get('ix08_V08.xsd')).replace('<xs:sequence>', '<xs:sequence><xs:any/>'),
    );
    expect(() => storeSchemaSet(new Map([...files, ['ix08_V08.xsd', any]]))).toThrow(UnknownConstruct);
    const without = new Map(files);
    without.delete('su08_V08.xsd');
    expect(() => storeSchemaSet(without)).toThrow(UnknownConstruct);
  });

  it('keeps its files under plain names only', () => {
    expect(['hc08_V08.xsd', 'coreschemas/voc.xsd'].every(isStorablePath)).toBe(true);
    const wrong = ['../a.xsd', 'a/../b.xsd', '/a.xsd', 'a/b/c.xsd', 'a.xml', '..xsd', 'a..b.xsd', 'a\\b.xsd'];
    expect(wrong.filter(isStorablePath)).toEqual([]);
  });
});

describe('a set of schemas is recognised', () => {
  it('by the digests of its files; what differs is named', () => {
    const recognition = recogniseSchemaSet(new Map([['other.xsd', encoder.encode('<a/>')]]));
    expect(recognition).toMatchObject({ isKnown: false, added: ['other.xsd'], changed: [] });
    expect(recognition.isKnown ? [] : recognition.missing).toContain('coreschemas/voc_hcgv08.xsd');
    expect(recogniseSchemaSet(filesOf(ownSchemaFolder))).toMatchObject({ isKnown: false, missing: [] });
  });

  (officialSchemasPresent ? it : it.skip)('as the official one, which can be imported', () => {
    const files = filesOf(officialSchemaFolder);
    expect(recogniseSchemaSet(files)).toMatchObject({ isKnown: true, set: { name: 'mhlw-v08' } });
    expect(opened(imported(files)).set.id).toMatch(/^mhlw-v08-[0-9a-f]{12}$/);
  });
  (officialSchemasPresent ? it.skip : it)(
    'the official set is not beside this checkout: not imported',
    () => {
      expect(officialSchemasPresent).toBe(false);
    },
  );
});
