export { createLogger, type LogEntry, type Logger, type LogLevel } from './logger.js';
export { type LogFieldName, type LogFields } from './log-fields.js';
export { Metrics, metrics } from './metrics.js';
export { currentTraceId, currentTraceparent, withTrace } from './trace.js';
export { HealthRegistry, type Readiness, type ReadinessCheck } from './health-registry.js';
export {
  armCrashPoints,
  type CrashAct,
  CrashOrdered,
  type CrashOrder,
  crashPoint,
  type CrashPointName,
  type CrashPlan,
} from './crash-point.js';
export { FaultFolder, type FaultPlan } from './fault-folder.js';
