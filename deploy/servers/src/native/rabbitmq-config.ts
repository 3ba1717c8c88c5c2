import { join } from 'node:path';
import type { Ports } from '../ports.js';

/** Name of the user the platform connects as. */
export const rabbitmqUser = 'daiko';

/** rabbitmq.conf of the private broker; the user is only created while the data folder is new. */
export function renderRabbitmqConfig(ports: Ports, password: string): string {
  return [
    `listeners.tcp.default = 127.0.0.1:${ports.rabbitmq}`,
    'management.tcp.ip = 127.0.0.1',
    `management.tcp.port = ${ports.rabbitmqManagement}`,
    'prometheus.tcp.ip = 127.0.0.1',
    `prometheus.tcp.port = ${ports.rabbitmqPrometheus}`,
    `default_user = ${rabbitmqUser}`,
    `default_pass = ${password}`,
    'disk_free_limit.absolute = 200MB',
    'vm_memory_high_watermark.absolute = 1GB',
    'collect_statistics_interval = 1000',
    // The log of the quorum queues is held in memory until a file of it is full: 512 MiB by default.
    `raft.wal_max_size_bytes = ${64 * 1024 * 1024}`,
    'log.console = true',
    'log.console.level = info',
    'log.file = false',
    '',
  ].join('\n');
}

/** Plugins the private broker runs with. */
export const enabledPlugins = '[rabbitmq_management,rabbitmq_prometheus].\n';

/** Environment that makes a broker out of extracted packages, bound to 127.0.0.1 and to the given folders. */
export function rabbitmqEnvironment(
  root: string,
  libraries: string,
  data: string,
  ports: Ports,
): NodeJS.ProcessEnv {
  return {
    DAIKO_RABBITMQ_ROOT: root,
    PATH: `${join(root, 'usr/lib/erlang/bin')}:/usr/sbin:/usr/bin:/sbin:/bin`,
    LD_LIBRARY_PATH: libraries,
    LANG: 'C.UTF-8',
    HOME: join(data, 'home'),
    ERL_EPMD_PORT: String(ports.epmd),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    ERL_CRASH_DUMP: '/dev/null',
    // The server's script then becomes the broker itself instead of waiting beside it: one process to watch.
    RUNNING_UNDER_SYSTEMD: 'true',
    RABBITMQ_NODENAME: 'daiko@localhost',
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: String(ports.rabbitmq),
    RABBITMQ_DIST_PORT: String(ports.rabbitmqDistribution),
    RABBITMQ_MNESIA_BASE: join(data, 'mnesia'),
    RABBITMQ_LOG_BASE: join(data, 'log'),
    RABBITMQ_PID_FILE: join(data, 'rabbitmq.pid'),
    RABBITMQ_CONF_ENV_FILE: '/nonexistent',
    RABBITMQ_CONFIG_FILE: join(data, 'rabbitmq.conf'),
    RABBITMQ_ADVANCED_CONFIG_FILE: join(data, 'advanced.config'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(data, 'enabled_plugins'),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
  };
}
