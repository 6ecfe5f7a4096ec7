// Standard Schema (https://standardschema.dev), which the domain's schemas implement.
interface Schema<T> {
  readonly '~standard': { validate(value: unknown): Validated<T> | Promise<Validated<T>> };
}
type Validated<T> = { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly { readonly message: string }[] };

/** The value a schema makes of what was typed. Throws one line that names what is wrong. */
export const parseAs = async <T>(schema: Schema<T>, what: string, value: unknown): Promise<T> => {
  const parsed = await schema['~standard'].validate(value);
  if (parsed.issues) throw new Error(`${what} is not right: ${parsed.issues[0]?.message ?? 'unknown'}`);
  return parsed.value;
};
