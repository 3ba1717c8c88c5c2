import { readFileSync } from 'node:fs';
import type { ServerEndpoints } from '@daiko/servers';

/** Where the servers of this test run are; started by the test command before jest, named in the environment. */
export function testServers(): ServerEndpoints {
  const file = process.env.DAIKO_TEST_ENDPOINTS;
  if (file === undefined) {
    throw new Error('DAIKO_TEST_ENDPOINTS is not set: run `node tools/dev/jest.mjs service`');
  }
  return JSON.parse(readFileSync(file, 'utf8')) as ServerEndpoints;
}
