import type { OpenApiPart } from './document.js';

const heldMasters = {
  type: 'object',
  required: ['masters'],
  properties: {
    masters: {
      type: 'array',
      items: {
        type: 'object',
        required: ['importId', 'insurerNumber', 'kind', 'version', 'sha256', 'importedAt'],
        properties: {
          importId: { type: 'string', format: 'uuid' },
          insurerNumber: { type: 'string', pattern: '^\\d{8}$' },
          kind: { enum: ['tickets', 'members', 'contracts'] },
          version: { type: 'integer', minimum: 1 },
          sha256: { type: 'string' },
          importedAt: { type: 'string', format: 'date-time' },
        },
      },
    },
  },
} as const;

/** What inspection says and is told, by the names that its paths use. */
export function inspectionSchemas(): OpenApiPart['schemas'] {
  const text = { type: 'string' };
  const maybe = { type: ['string', 'null'] };
  const findings = { type: 'array', items: { type: 'object', description: 'rule, place and code' } };
  const undecided = {
    type: 'object',
    properties: {
      submissionId: { type: 'string', format: 'uuid' },
      index: { type: 'integer', minimum: 0 },
      resultFile: maybe,
      claimFile: maybe,
      insurerNumber: maybe,
      ticketNumber: maybe,
      faultNumber: maybe,
      findings,
    },
  };
  const page = (noun: string): OpenApiPart['schemas'][string] => ({
    type: 'object',
    required: [noun, 'next'],
    properties: { [noun]: { type: 'array', items: undecided }, next: maybe },
  });
  return {
    HeldMasters: heldMasters,
    QueriesPage: page('queries'),
    HeldPage: page('held'),
    ArchiveQueriesPage: {
      type: 'object',
      required: ['archives', 'next'],
      properties: {
        archives: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              submissionId: { type: 'string', format: 'uuid' },
              providerNumber: text,
              recordCount: { type: 'integer', minimum: 0 },
              askedAt: { type: 'string', format: 'date-time' },
              findings,
              notChecked: { type: 'array', items: text },
            },
          },
        },
        next: maybe,
      },
    },
    ReplyQueriesPage: {
      type: 'object',
      required: ['replies', 'next'],
      properties: {
        replies: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              replyId: { type: 'string', format: 'uuid' },
              index: { type: 'integer', minimum: 0 },
              insurerNumber: text,
              interactionType: { enum: ['4', '5'] },
              fileName: maybe,
              findings,
              askedAt: { type: 'string', format: 'date-time' },
            },
          },
        },
        next: maybe,
      },
    },
    ClosedReplyQuery: {
      type: 'object',
      properties: { replyId: { type: 'string', format: 'uuid' }, index: { type: 'integer' } },
    },
    ReleasedArchive: {
      type: 'object',
      properties: { submissionId: { type: 'string', format: 'uuid' }, state: { const: 'judged' } },
    },
    ArchiveReturn: {
      type: 'object',
      required: ['reason'],
      additionalProperties: false,
      properties: {
        returnReason: { type: 'string', pattern: '^0[1-9]$', description: '別表9', default: '09' },
        reason: { type: 'string', maxLength: 100, description: '返戻の内容 / why' },
      },
    },
    QueryDecision: {
      type: 'object',
      required: ['decision'],
      additionalProperties: false,
      properties: {
        decision: { enum: ['release', 'return'] },
        returnReason: { type: 'string', pattern: '^0[1-9]$', description: '別表9', default: '09' },
        reason: { type: 'string', maxLength: 100, description: '返戻の内容 / needed for a return' },
      },
    },
    QuestionsPage: {
      type: 'object',
      required: ['queries', 'next'],
      properties: {
        queries: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              submissionId: { type: 'string', format: 'uuid' },
              index: { type: 'integer', minimum: 0 },
              askedAt: { type: 'string', format: 'date-time' },
              resultFile: maybe,
              claimFile: maybe,
              ticketNumber: maybe,
              serviceDate: maybe,
              claimYen: { type: ['integer', 'null'] },
              findings: { type: 'array', items: { type: 'object', description: 'rule, item and title' } },
            },
          },
        },
        next: maybe,
      },
    },
    QuestionAnswer: {
      type: 'object',
      required: ['answer'],
      additionalProperties: false,
      properties: {
        answer: { enum: ['accept', 'return'] },
        returnReason: { type: 'string', pattern: '^0[1-9]$', description: '別表10; needed for a return' },
        reason: {
          type: 'string',
          maxLength: 100,
          description: '内容。個人が分かる内容は書かない / names nobody',
        },
      },
    },
    AskedQuestion: {
      type: 'object',
      properties: {
        submissionId: { type: 'string', format: 'uuid' },
        index: { type: 'integer' },
        insurerNumber: text,
        askedAt: { type: 'string', format: 'date-time' },
      },
    },
    DecidedQuery: {
      type: 'object',
      properties: {
        submissionId: { type: 'string', format: 'uuid' },
        index: { type: 'integer' },
        verdict: { enum: ['accepted', 'returned'] },
      },
    },
    HeldRetry: {
      type: 'object',
      properties: { retried: { type: 'integer' }, stillHeld: { type: 'integer' } },
    },
    InspectionReport: {
      type: 'object',
      description: 'As `daiko check --format json` prints it, byte by byte, then `submission`.',
      properties: {
        versions: {
          type: 'object',
          properties: { rules: maybe, settings: text, standard: maybe, schemas: maybe, date: text },
        },
        archive: {
          type: 'object',
          properties: { name: text, verdict: { enum: ['accepted', 'refused'] }, findings },
        },
        records: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              file: maybe,
              claim: maybe,
              verdict: { enum: ['accepted', 'query', 'returned', 'held'] },
              findings,
            },
          },
        },
        statistics: findings,
        notChecked: { type: 'array', items: text },
        submission: {
          type: 'object',
          properties: {
            submissionId: { type: 'string', format: 'uuid' },
            fileName: text,
            state: { enum: ['inspecting', 'judged', 'refused'] },
            recordCount: { type: 'integer', minimum: 0 },
            receiptNumber: maybe,
            returned: {
              type: ['object', 'null'],
              description: '一括返戻の理由（別表9） / why it was returned as a whole',
              properties: { returnReason: text, reason: text },
            },
            corrections: {
              type: 'array',
              description: 'Records that correct a returned one, or were corrected by a later one.',
              items: {
                type: 'object',
                properties: {
                  index: { type: 'integer', minimum: 0 },
                  corrects: { type: ['object', 'null'] },
                  correctedBy: { type: ['object', 'null'] },
                },
              },
            },
          },
        },
      },
    },
  };
}
