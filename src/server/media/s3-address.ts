import { err, ok, type Result } from '#base/result';

/** Where a bucket is and who opens it. */
export interface S3Address {
  /** Without a slash at its end. */
  readonly endpoint: string;
  readonly bucket: string;
  /** Before every name; empty, or with a slash at its end. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads `s3://[KEY:SECRET@]bucket[/prefix][?region=…&endpoint=https://…]`. Key and secret may come from AWS_ACCESS_KEY_ID and
 * AWS_SECRET_ACCESS_KEY instead. The refusal never repeats what was said: it may hold the secret.
 */
export const readS3Address = (text: string, env: Env): Result<S3Address, string> => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 's3:' || url.hostname === '') return err('must be an address like s3://bucket/prefix?region=eu-west-3');
  const region = url.searchParams.get('region') || env['AWS_REGION'] || 'us-east-1';
  const endpoint = url.searchParams.get('endpoint') || `https://s3.${region}.amazonaws.com`;
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) return err('has an endpoint that is no http address');
  const accessKeyId = decodeURIComponent(url.username) || env['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = decodeURIComponent(url.password) || env['AWS_SECRET_ACCESS_KEY'];
  if (!accessKeyId || !secretAccessKey) return err('needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or s3://KEY:SECRET@bucket');
  const inside = url.pathname.replace(/^\/+|\/+$/g, '');
  if (!/^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/|$))*$/.test(inside))
    return err('has a prefix with letters that are none of A-Z a-z 0-9 . _ - /');
  const prefix = inside === '' ? '' : `${inside}/`;
  return ok({ endpoint: endpoint.replace(/\/+$/, ''), bucket: url.hostname, prefix, region, accessKeyId, secretAccessKey });
};
