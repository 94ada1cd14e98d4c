// The shell: which page an address means, the head with its navigation, and the sign-in.
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { finish, follow, may, session, signIn, signOut } from './session';
import { called, nameOf, onNames } from './names';
import { begin, lang, speak, t, type Language, type Word } from './words';
import { PAGES, type Page } from './pages';
import { Reading } from './reading';

/** For whoever has not signed in: who uses what. */
const DOORS: [string, Word, Word][] = [
  ['/console/saya', 'doorEmployee', 'doorEmployeeWhat'],
  ['/console/tim', 'doorLeader', 'doorLeaderWhat'],
  ['/console/kantor/area', 'doorOffice', 'doorOfficeWhat'],
  ['/console/nasional', 'doorNational', 'doorNationalWhat'],
  ['/console/kementerian', 'doorMinistry', 'doorMinistryWhat'],
  ['/console/operasi', 'doorOperations', 'doorOperationsWhat'],
];

/** The pages of the navigation that the token opens. */
const open = () => PAGES.filter((one) => one.scope !== null && may(one.scope) && !one.under);

/** As whom a link asks one to sign in: agency/person/role. */
const hint = () => new URLSearchParams(location.search).get('sebagai');

const withLanguage = (path: string) => lang() === 'en' ? `${path}?lang=en` : path;

function Head({ page, choose }: { page?: Page; choose: (next: Language) => void }) {
  const who = session();
  return <header>
    <a class="skip" href="#isi">{t('skip')}</a>
    <div class="ribbon" />
    <div class="top wrap">
      <a class="brand" href={withLanguage('/console')}>Kinerja{who && <small>
        {[who.agency, nameOf(who.person) ?? who.person].filter(Boolean).join(', ')}</small>}</a>
      <div class="lang" role="group" aria-label="Bahasa / Language">
        {(['id', 'en'] as const).map((one) => <button key={one} lang={one} aria-pressed={lang() === one}
          onClick={() => choose(one)}>
          {one.toUpperCase()}<span class="vh"> – {one === 'id' ? 'Bahasa Indonesia' : 'English'}</span></button>)}
      </div>
      {who
        ? <button class="btn quiet" onClick={() => { signOut(); location.assign('/console'); }}>{t('signOut')}</button>
        : <button class="btn" onClick={() => void signIn(hint())}>{t('signIn')}</button>}
    </div>
    {who && <nav class="wrap" aria-label={t('main')}>
      {open().map((one) => <a key={one.path} href={withLanguage(one.path)}
        aria-current={one === page ? 'page' : one.path === page?.under ? 'true' : undefined}>{t(one.word)}</a>)}
    </nav>}
  </header>;
}

function Home() {
  const who = session();
  return <>
    <h1>{t('homeTitle')}</h1>
    <p class="lead">{t('homeLead')}</p>
    {who
      ? <><p>{who.person === '' ? t('homeOpenFor', { agency: who.agency })
        : t('homeOpen', { who: called(who.person), agency: who.agency })}</p>
        <ul class="tasks">{open().map((one) => <li key={one.path}>
          <a class="card" href={withLanguage(one.path)}><b>{t(one.word)}</b></a></li>)}</ul></>
      : <ul class="tasks">{DOORS.map(([path, word, what]) => <li key={path}>
        <a class="card" href={withLanguage(path)}><b>{t(word)}</b><span class="under">{t(what)}</span></a></li>)}</ul>}
    <p class="lead apps">{t('homeApps')} <a href="/api/openapi.json">OpenAPI</a>,{' '}
      <a href="/api/asyncapi.json">AsyncAPI</a>, <a href="/docs">{t('pictures')}</a></p>
  </>;
}

function SignInFirst() {
  return <><h1>{t('signIn')}</h1><p class="lead">{t('signInFirst')}</p>
    <p><button class="btn" onClick={() => void signIn(hint())}>{t('signIn')}</button></p></>;
}

/** A link that names somebody else, opened by whoever is signed in. */
function Other({ stay }: { stay: () => void }) {
  const [agency, person, role] = hint()!.split('/');
  return <><h1>{t('signIn')}</h1>
    <p class="note waits">{t('linkFor', { who: [called(person ?? ''), role, agency].filter(Boolean).join(', '),
      me: [called(session()!.person), session()!.agency].filter(Boolean).join(', ') })}</p>
    <p class="pair"><button class="btn" onClick={() => void signIn(hint())}>{t('linkSwitch')}</button>
      <button class="btn alt" onClick={stay}>{t('linkStay')}</button></p></>;
}

/** The issuer sent the browser back here. */
function Landing() {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    finish().then((page) => page ? location.replace(page) : setFailed(true), () => setFailed(true));
  }, []);
  return failed
    ? <><h1>{t('signIn')}</h1><p class="note bad" role="alert">{t('signInFailed')}</p>
      <p><a href="/console">Kinerja</a></p></>
    : <><h1>{t('signIn')}</h1><p>{t('loading')}</p></>;
}

/** A page's code comes when the page is opened; its heading stands meanwhile. */
function Later({ page }: { page: Page }) {
  const [View, setView] = useState<(() => preact.JSX.Element) | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => { page.load().then((view) => setView(() => view), () => setFailed(true)); }, [page]);
  return View ? <View /> : <><h1>{t(page.word)}</h1>
    <div role="status"><p class={failed ? 'note bad' : 'empty'}>{t(failed ? 'offline' : 'loading')}</p></div></>;
}

function App() {
  const [, turn] = useState(0);
  useEffect(() => onNames(() => turn((n) => n + 1)), []);
  const path = location.pathname.replace(/\/$/, '');
  const page = PAGES.find((one) => one.path === path);
  const who = session();
  const isForOther = page !== undefined && who !== null && hint() !== null && hint() !== who.hint;
  const View = path === '/console/masuk' ? Landing : !page ? Home : SignInFirst;
  const stay = () => {
    const address = new URL(location.href);
    address.searchParams.delete('sebagai');
    history.replaceState(null, '', address);
    turn((n) => n + 1);
  };
  const choose = (next: Language) => {
    const address = new URL(location.href);
    address.searchParams.set('lang', next);
    // Where the texts of the language cannot be had, the page stays as it is.
    speak(next).then(() => history.replaceState(null, '', address)).catch(() => {}).then(() => turn((n) => n + 1));
  };
  document.documentElement.lang = lang();
  document.title = `${page ? `${t(page.word)} – ` : ''}Kinerja`;
  return <>
    <Head page={page} choose={choose} />
    <main id="isi" tabIndex={-1} class="wrap">
      {isForOther ? <Other stay={stay} />
        : page && (page.scope === null || who) ? <Later page={page} key={lang()} /> : <View key={lang()} />}</main>
    <footer><p class="wrap">{t('machine')}</p><Reading /></footer>
  </>;
}

const whole = document.getElementById('app')!;
begin().then(() => render(<App />, whole), () => {
  whole.textContent = 'Tidak ada jaringan. Muat ulang halaman ini. / No network. Load this page again.';
});
// Without a network the page says so itself.
void follow().catch(() => {});
