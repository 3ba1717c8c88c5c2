import { metrics } from '@daiko/observability';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { typeParsers } from './type-parsers.js';

/** How one role reaches one schema. `connectionsMax` bounds the pool of this process (default 10). */
export interface DatabaseConfig {
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
  /** Schema that unqualified names mean (`search_path`). */
  schema: string;
  applicationName: string;
  connectionsMax?: number;
}

/** Where SQL is sent: a transaction, or the database itself (each statement then commits alone). */
export interface Transaction {
  /**
   * Runs one statement with `$1…` parameters and returns its rows (of UPDATE and DELETE those of RETURNING).
   * int8 comes as number where safe, else bigint; jsonb as parsed value; timestamptz as Date; numeric as string.
   * An object parameter becomes JSON; an array becomes a PostgreSQL array, so stringify arrays meant for jsonb.
   */
  query<Row = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** Bound of one statement, ms, and of a transaction that does nothing, ms: a lost client never holds locks for long. */
const statementTimeoutMs = 120_000;
const idleTransactionTimeoutMs = 120_000;
const connectTimeoutMs = 10_000;
const reachableTimeoutMs = 2_000;

/** One service's connections to its schema. */
export class Database implements Transaction {
  private readonly active = new Set<Promise<unknown>>();

  private constructor(
    private readonly source: DataSource,
    readonly schema: string,
  ) {}

  /** Opens the pool; fails where the database does not answer within 10 s or refuses the role. */
  static async connect(config: DatabaseConfig): Promise<Database> {
    const source = await dataSource(config).initialize();
    return new Database(source, config.schema);
  }

  async query<Row = Record<string, unknown>>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<Row[]> {
    return rowsOf<Row>(this.pool, sql, parameters);
  }

  /** Commits when `work` resolves, rolls back and rethrows when it rejects. Read committed. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const running = this.runTransaction(work);
    this.active.add(running);
    try {
      return await running;
    } finally {
      this.active.delete(running);
    }
  }

  private async runTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const end = transactionDuration().startTimer();
    let client: pg.PoolClient | undefined;
    let lost: Error | undefined;
    const onLost = (error: Error): void => {
      lost = error;
    };
    try {
      const connection = await this.pool.connect();
      client = connection.on('error', onLost);
      await connection.query('START TRANSACTION');
      const result = await work({
        query: <Row>(sql: string, parameters: readonly unknown[] = []) =>
          rowsOf<Row>(connection, sql, parameters),
      });
      await connection.query('COMMIT');
      return result;
    } catch (error) {
      // A connection that cannot even roll back is given up, and its transaction with it.
      await client?.query('ROLLBACK').catch(onLost);
      throw error;
    } finally {
      client?.off('error', onLost).release(lost);
      end();
    }
  }

  /** TypeORM's own: statements go to it as they are written, without what its query runner does around each. */
  private get pool(): pg.Pool {
    return (this.source.driver as unknown as { master: pg.Pool }).master;
  }

  /** Whether the database answers within 2 s. */
  async isReachable(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), reachableTimeoutMs);
    });
    const answers = this.query('SELECT 1').then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([answers, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Lets running transactions finish, then closes the pool. */
  async close(): Promise<void> {
    while (this.active.size > 0) await Promise.allSettled([...this.active]);
    if (this.source.isInitialized) await this.source.destroy();
  }
}

/** The TypeORM data source behind a role and schema; `migrations` are used by `migrate` alone. */
export function dataSource(config: DatabaseConfig, migrations: (new () => never)[] = []): DataSource {
  return new DataSource({
    type: 'postgres',
    host: config.host,
    port: config.port,
    database: config.database,
    username: config.user,
    password: config.password,
    schema: config.schema,
    applicationName: config.applicationName,
    connectTimeoutMS: connectTimeoutMs,
    poolSize: config.connectionsMax ?? 10,
    installExtensions: false,
    logging: false,
    entities: [],
    migrations,
    migrationsTableName: 'migration',
    poolErrorHandler: () => lostConnections().inc(),
    extra: {
      types: typeParsers,
      options: [
        `search_path=${pg.escapeIdentifier(config.schema)}`,
        `statement_timeout=${statementTimeoutMs}`,
        `idle_in_transaction_session_timeout=${idleTransactionTimeoutMs}`,
      ]
        .map((setting) => `-c ${setting.replace(/[\\\s]/g, '\\$&')}`)
        .join(' '),
    },
  });
}

async function rowsOf<Row>(
  connection: pg.Pool | pg.PoolClient,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await connection.query(sql, [...parameters]);
  return rows as Row[];
}

const transactionDuration = () =>
  metrics.histogram('daiko_database_transaction_seconds', 'Time from begin to commit or rollback');
const lostConnections = () =>
  metrics.counter('daiko_database_connections_lost_total', 'Idle database connections that broke');
