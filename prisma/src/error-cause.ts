/** The error and what caused it, outermost first: through Prisma's wrappers to the driver's own. */
export function* listCauses(error: unknown): Generator<object> {
  for (let cause = error; isRecord(cause); cause = findCause(cause)) yield cause;
}

function findCause(error: object): unknown {
  if ('meta' in error && isRecord(error.meta) && error.meta.driverAdapterError)
    return error.meta.driverAdapterError;
  return 'cause' in error ? error.cause : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
