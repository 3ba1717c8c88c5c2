import { IsIn, IsOptional } from 'class-validator';
import type { ReportFormat } from '@daiko/report';

/** `?format=json|csv|html|pdf|sarif`. */
export class ReportQuery {
  @IsOptional()
  @IsIn(['json', 'csv', 'html', 'pdf', 'sarif'])
  format?: 'json' | 'pdf' | ReportFormat;
}
