import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

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
