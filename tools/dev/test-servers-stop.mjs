/** Runs after the last test of a layer: stops what test-servers.mjs started, and only that. */
export default async function stopTestServers() {
  await globalThis.daikoTestServers?.stop();
}
