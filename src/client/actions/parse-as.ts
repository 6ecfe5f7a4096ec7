// Standard Schema (https://standardschema.dev), which valibot's schemas implement: no need to know the library here.
interface Schema<T> {
  readonly '~standard': { validate(value: unknown): Validated<T> | Promise<Validated<T>> };
}
type Validated<T> = { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly unknown[] };

/** The value a schema makes of some input, or null when it does not fit. */
export const parseAs = async <T>(schema: Schema<T>, input: unknown): Promise<T | null> => {
  const parsed = await schema['~standard'].validate(input);
  return parsed.issues ? null : parsed.value;
};
