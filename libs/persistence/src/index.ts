export { Database, type DatabaseConfig, type Transaction } from './database.js';
export { migrate, type MigrationFolder } from './migrate.js';
export { provision, type ProvisionPlan, roleNames, type SuperuserConfig } from './provision.js';
export { isServerAway } from './server-away.js';
