import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Problem } from '@daiko/contracts';
import { reasonNeeded } from '../problems.js';

/** Why a record is returned, in a request; needed only where it is. */
export class ReturnReasonBody {
  /** An agency's is one of 別表9, an insurer's one of 別表10; both `01` to `09`. */
  @IsOptional()
  @Matches(/^0[1-9]$/)
  returnReason?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  reason?: string;
}

/** Why the agency returns something: a code of 別表9 and a text. */
export interface AgencyReason {
  returnReason: string;
  returnText: string;
}

/**
 * The reason of the agency; 09 (その他) where no code is given.
 *
 * @throws {Problem} without a text
 */
export function agencyReasonOf({ returnReason = '09', reason }: ReturnReasonBody): AgencyReason {
  const returnText = reason?.trim() ?? '';
  if (returnText === '') throw new Problem(reasonNeeded);
  return { returnReason, returnText };
}
