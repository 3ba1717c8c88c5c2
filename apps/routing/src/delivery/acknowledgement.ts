import { IsIn, Matches } from 'class-validator';

/** Body of a 受領確認: the digest of what was received, hex. */
export class Acknowledgement {
  @Matches(/^[0-9a-f]{64}$/)
  sha256!: string;
}

/** Body of a refusal; no free text, which might name people. */
export class Refusal {
  @IsIn(['unreadable', 'withdrawn'])
  reason!: 'unreadable' | 'withdrawn';
}
