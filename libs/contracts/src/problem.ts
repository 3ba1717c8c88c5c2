/** Text in both languages of the product. */
export interface Bilingual {
  ja: string;
  en: string;
}

/** One kind of problem that the caller can mend. `{name}` in a text is replaced by the value of that name. */
export interface ProblemKind {
  /** Stable words, `<service>.<what>`; part of the API. */
  code: string;
  /** HTTP status. */
  status: number;
  title: Bilingual;
  detail: Bilingual;
  remedy: Bilingual;
}

type Values = Record<string, string | number>;

/** Thrown for what the caller can mend; turned into RFC 9457 JSON, a CLI line or a page in one place. Values carry no personal data. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly values: Values = {},
    readonly extensions: Record<string, unknown> = {},
    /** Seconds for `Retry-After`. */
    readonly retryAfterSeconds?: number,
  ) {
    super(`${kind.code}: ${fill(kind.detail.en, values)}`);
    this.name = 'Problem';
  }
}

export function fill(template: string, values: Values): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  );
}

/** RFC 9457 body; `title`, `detail`, `remedy` are Japanese, their English twins end in `En`. */
export interface ProblemBody {
  type: string;
  status: number;
  code: string;
  title: string;
  titleEn: string;
  detail: string;
  detailEn: string;
  remedy: string;
  remedyEn: string;
  [extension: string]: unknown;
}

export function problemBody(problem: Problem): ProblemBody {
  const { kind, values } = problem;
  return {
    type: `urn:daiko:problem:${kind.code}`,
    status: kind.status,
    code: kind.code,
    title: fill(kind.title.ja, values),
    titleEn: fill(kind.title.en, values),
    detail: fill(kind.detail.ja, values),
    detailEn: fill(kind.detail.en, values),
    remedy: fill(kind.remedy.ja, values),
    remedyEn: fill(kind.remedy.en, values),
    ...problem.extensions,
  };
}
