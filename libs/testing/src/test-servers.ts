import type { ServerEndpoints } from '@daiko/native-servers';

/** Where the servers of this test run are; started by the test command before jest, handed over in the environment. */
export function testServers(): ServerEndpoints {
  const endpoints = process.env.DAIKO_TEST_ENDPOINTS;
  if (endpoints === undefined) {
    throw new Error('DAIKO_TEST_ENDPOINTS is not set: run `node tools/dev/jest.mjs service`');
  }
  return JSON.parse(endpoints) as ServerEndpoints;
}
