import * as classTransformer from 'class-transformer';
import * as classValidator from 'class-validator';
import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { Problem } from '@daiko/contracts';
import { serviceProblems } from './service-problems.js';

/** Places and broken rules, without the values: they may be anything. */
function placesOf(errors: readonly ValidationError[], prefix = ''): { place: string; rules: string[] }[] {
  return errors.flatMap((error) => {
    const place = `${prefix}${error.property}`;
    const own = error.constraints === undefined ? [] : [{ place, rules: Object.keys(error.constraints) }];
    return [...own, ...placesOf(error.children ?? [], `${place}.`)];
  });
}

/** Checks bodies and queries against the class-validator classes of the controllers; unknown fields are refused. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    // Given, not looked for: a bundle knows a package by its import alone.
    validatorPackage: classValidator,
    transformerPackage: classTransformer,
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => {
      const violations = placesOf(errors).slice(0, 20);
      const places = violations.map(({ place }) => place).join(', ');
      return new Problem(serviceProblems.requestInvalid, { places }, { violations });
    },
  });
}
