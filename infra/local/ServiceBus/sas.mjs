import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from './errors.mjs';

/** The fixed key of the Service Bus emulator: clients need no secret to talk to a local bus. */
export const localKey = { name: 'RootManageSharedAccessKey', value: 'SAS_KEY_VALUE' };

/**
 * Checks a shared access signature and answers the path it opens ('' for the whole namespace)
 * and when it ends.
 */
export function readToken(token, now) {
  const found = /^SharedAccessSignature (.+)$/.exec(token ?? '');
  const fields = new Map((found?.[1] ?? '').split('&').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  }));
  const [resource, signature, expiry, name] = ['sr', 'sig', 'se', 'skn'].map((key) => fields.get(key));
  if ([resource, signature, expiry, name].includes(undefined)) {
    throw new Refusal('unauthorized', 'MalformedToken: a shared access signature is needed.');
  }
  if (decodeURIComponent(name) !== localKey.name || !isSigned(resource, expiry, signature)) {
    throw new Refusal('unauthorized', 'InvalidSignature: the token has an invalid signature.');
  }
  if (Number(expiry) * 1000 <= now) {
    throw new Refusal('unauthorized', 'ExpiredToken: the token has expired.');
  }
  return { path: pathOf(decodeURIComponent(resource)), expiresAt: Number(expiry) * 1000 };
}

/** A token opens its own path and everything below it. */
export function opens(grant, path, now) {
  const wanted = path.replace(/^\/+|\/+$/g, '').toLowerCase();
  return grant.expiresAt > now
    && (grant.path === '' || wanted === grant.path || wanted.startsWith(`${grant.path}/`));
}

function isSigned(resource, expiry, signature) {
  const wanted = createHmac('sha256', localKey.value).update(`${resource}\n${expiry}`).digest();
  const given = Buffer.from(decodeURIComponent(signature), 'base64');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function pathOf(resource) {
  return resource.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/^\/+|\/+$/g, '').toLowerCase();
}
