// Signing in by OpenID Connect with PKCE. The token stays in this tab's session storage and goes with it.
import { lang } from './words';

export interface Session {
  token: string; agency: string; scopes: string[]; until: number;
  /** Empty where the token speaks for its agency alone, as a ministry's does. */
  person: string;
  /** As whom the link asked one to sign in, whoever one chose to be then. */
  hint: string | null;
  /** By how many milliseconds the app's clock is ahead of this browser's. */
  ahead: number;
}

interface Settings {
  clientId: string; audience: string; authorizationEndpoint: string; tokenEndpoint: string; now: string;
}

const KEY = 'session';
const PENDING = 'pending';
/** So many milliseconds between two clocks are more than a slow line explains. */
const MOVED = 5 * 60_000;

export function session(): Session | null {
  const kept = sessionStorage.getItem(KEY);
  const found = kept ? JSON.parse(kept) as Session : null;
  return found && found.until > Date.now() ? found : null;
}

/** Now, by the app's clock. */
export const now = () => new Date(Date.now() + (session()?.ahead ?? 0));

export const may = (scope: string) => session()?.scopes.includes(scope) ?? false;

export function signOut() {
  sessionStorage.removeItem(KEY);
}

const text = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const random = () => text(crypto.getRandomValues(new Uint8Array(32)));
const settings = async () => (await fetch('/console/settings.json')).json() as Promise<Settings>;
const backTo = () => `${location.origin}/console/masuk`;

/**
 * Follows an app whose clock somebody moves, as on one machine: the page is opened again by the new one. Where app and
 * browser agree nothing is asked.
 */
export async function follow() {
  const held = session();
  if (held && Math.abs(held.ahead) > MOVED) {
    const ahead = Date.parse((await settings()).now) - Date.now();
    if (Math.abs(ahead - held.ahead) > MOVED) {
      sessionStorage.setItem(KEY, JSON.stringify({ ...held, ahead } satisfies Session));
      location.reload();
    }
  }
}

/** Leaves for the issuer; comes back to this address. */
export async function signIn(hint: string | null) {
  const { clientId, audience, authorizationEndpoint } = await settings();
  const [verifier, state] = [random(), random()];
  sessionStorage.setItem(PENDING, JSON.stringify({
    verifier, state, hint, page: location.pathname + location.search }));
  const challenge = text(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
  const query = new URLSearchParams({
    response_type: 'code', client_id: clientId, redirect_uri: backTo(), scope: 'openid', audience, state,
    code_challenge: challenge, code_challenge_method: 'S256', ui_locales: lang(), ...(hint ? { login_hint: hint } : {}),
  });
  location.assign(`${authorizationEndpoint}?${query}`);
}

/** Takes the token for the code that the issuer sent; the page to go on with, or null when it is not ours. */
export async function finish(): Promise<string | null> {
  const query = new URLSearchParams(location.search);
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null') as
    { verifier: string; state: string; hint: string | null; page: string } | null;
  sessionStorage.removeItem(PENDING);
  const code = query.get('code');
  if (!pending || !code || query.get('state') !== pending.state) {
    return null;
  }
  const { clientId, tokenEndpoint, now } = await settings();
  const answer = await fetch(tokenEndpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code', code, client_id: clientId, redirect_uri: backTo(),
      code_verifier: pending.verifier,
    }),
  });
  if (!answer.ok) {
    return null;
  }
  const given = await answer.json() as { access_token: string };
  const claims = JSON.parse(new TextDecoder().decode(Uint8Array.from(
    atob(given.access_token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0),
  ))) as { agency: string; person?: string; scope: string; exp: number };
  sessionStorage.setItem(KEY, JSON.stringify({
    token: given.access_token, agency: claims.agency, person: claims.person ?? '', scopes: claims.scope.split(' '),
    until: claims.exp * 1000, ahead: Date.parse(now) - Date.now(), hint: pending.hint,
  } satisfies Session));
  return pending.page;
}
