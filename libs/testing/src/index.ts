export { type IsolatedBucket, isolatedBucket } from './isolated-bucket.js';
export { type IsolatedDatabase, isolatedDatabase } from './isolated-database.js';
export { type IsolatedVhost, isolatedVhost } from './isolated-vhost.js';
export { type MessageSpy } from './message-spy.js';
export { testServers } from './test-servers.js';
export type { TestPartner, TestPartnerPlan } from './test-partner.js';
export { startTestService, type TestService, type TestServiceOptions } from './test-service.js';
export { waitFor } from './wait-for.js';
