import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@daiko/persistence';
import { collectPersonalValues, type PersonalValues } from '../leak/personal-values.js';
import {
  objectStoreSecret,
  searchDatabase,
  searchFiles,
  searchMetrics,
  searchObjects,
} from '../leak/search-places.js';
import { isDigits, ValueFinder } from '../leak/value-finder.js';
import { connectSuperuser, portsOf } from '../platform/superuser.js';
import type { Story } from './story.js';

/** Chapter 5: personal values stay in sealed payloads, and each service in its schema. */
export function tellTheSecrets(story: Story): void {
  describe('What is nobody’s business stays with those it belongs to', () => {
    let values: PersonalValues;
    let finder: ValueFinder;

    beforeAll(() => {
      values = new Map();
      for (const { files } of story.demonstration.archives) {
        for (const bytes of files.values()) collectPersonalValues(bytes, values);
      }
      finder = new ValueFinder(values);
    });

    it('the search knows names, birth dates, numbers and addresses, and would find them', () => {
      const kinds = new Set(values.values());
      for (const kind of ['name', 'birth date', 'insured number', 'address', 'result'])
        expect(kinds).toContain(kind);
      expect(finder.valueCount).toBeGreaterThan(300);
      const [file] = story.demonstration.archives[0]?.files.values() ?? [];
      expect(finder.find(file ?? Buffer.alloc(0)).size).toBeGreaterThan(2);
    });

    it('no column of any table holds one, and so no message ever sent', async () => {
      const db = await connectSuperuser(story.stateFolder);
      try {
        const { leaks, places, bytes } = await searchDatabase(db, finder);
        expect(leaks).toEqual([]);
        expect(places).toBeGreaterThan(30);
        expect(bytes).toBeGreaterThan(100_000);
      } finally {
        await db.close();
      }
    });

    it('no metric, no object and no name of an object holds one', async () => {
      const { services, swiftProxy: port } = await portsOf(story.stateFolder);
      const metrics = await searchMetrics(services, finder);
      expect([metrics.leaks, metrics.places]).toEqual([[], 6]);
      const secret = await objectStoreSecret(story.stateFolder);
      const objects = await searchObjects({ port, ...secret, region: 'us-east-1', bucket: 'daiko' }, finder);
      expect(objects.leaks).toEqual([]);
      expect(objects.places).toBeGreaterThan(2 * story.received().length);
    });

    it('no log holds one', async () => {
      const { leaks, places } = await searchFiles(join(story.stateFolder, 'log'), [], finder);
      expect(leaks).toEqual([]);
      expect(places).toBeGreaterThan(2 * 12);
    });

    it('nothing that database, broker and store have on disk holds one', async () => {
      // In compressed pages a part of a ticket number would look like an insured number: texts only.
      const texts = new ValueFinder(new Map([...values].filter(([value]) => !isDigits(value))));
      const { leaks, places, bytes } = await searchFiles(
        story.stateFolder,
        ['watch', 'demonstration', 'log'],
        texts,
      );
      expect(leaks).toEqual([]);
      expect(places).toBeGreaterThan(100);
      expect(bytes).toBeGreaterThan(1_000_000);
    });

    it('no service can read another’s schema or change a mark, on this platform as it runs', async () => {
      const { postgres: port } = await portsOf(story.stateFolder);
      const services = ['intake', 'inspection', 'routing', 'billing', 'audit', 'identity'];
      const superuser = await connectSuperuser(story.stateFolder);
      const granted = await superuser.query<{ service: string; schema: string }>(
        `SELECT service, schema FROM unnest($1::text[]) AS service, unnest($1::text[]) AS schema
       WHERE has_schema_privilege('daiko_' || service, schema, 'USAGE')`,
        [services],
      );
      await superuser.close();
      expect(granted.map(({ service, schema }) => `${service} ${schema}`).sort()).toEqual(
        services.map((service) => `${service} ${service}`).sort(),
      );
      for (const service of services) {
        const password = await readFile(join(story.stateFolder, 'secrets', `database-${service}`), 'utf8');
        const role = { user: `daiko_${service}`, password, schema: service, connectionsMax: 1 };
        const at = { host: '127.0.0.1', port, database: 'daiko', applicationName: 'daiko-e2e' };
        const db = await Database.connect({ ...at, ...role });
        for (const other of services.filter((each) => each !== service)) {
          await expect(db.query(`SELECT 1 FROM "${other}".mark`)).rejects.toThrow('permission denied');
        }
        expect(await db.query('SELECT count(*) FROM mark')).toHaveLength(1);
        await expect(db.query('UPDATE mark SET hash = hash')).rejects.toThrow('permission denied');
        await expect(db.query('DELETE FROM mark')).rejects.toThrow('permission denied');
        await db.close();
      }
    });
  });
}
