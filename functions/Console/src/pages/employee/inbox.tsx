// What a person can do now and until when, and what the person was told, the newest first.
import { useState } from 'preact/hooks';
import { all, call, problemOf, Shown, Trouble, useRead, type Problem } from '../../api';
import { useQuery } from '../../address';
import { Arrival } from '../../outcome';
import { Next, Section } from '../../parts';
import { may, session } from '../../session';
import { t, timeHere } from '../../words';
import { Acts, type Me } from './acts';
import { openSurveys } from './asked';
import { pageOf, type Told } from './told';

const PAGE = 50;
/** So many the API marks at a time. */
const AT_ONCE = 100;

export function Inbox() {
  const { person } = session()!;
  const path = `/employees/${person}/inbox`;
  const [unseen, setUnseen] = useQuery('belum', '');
  const [pages, setPages] = useState(1);
  const [told, setTold] = useState<{ done?: string; turn: number; problem?: Problem }>({ turn: 0 });
  const me = useRead(async () => {
    const [value, surveys] = await Promise.all([
      call<Me>('/me'), may('surveys.answer') ? openSurveys().catch(() => null) : []]);
    return { ...value, surveys };
  }, []);
  const read = useRead(() => all<Told>(`${path}${unseen ? '?unseen=true' : ''}`, 'items', pages), [unseen, pages]);
  const mark = async (ids: string[]) => {
    try {
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        await call(`${path}/seen`, { ids: ids.slice(from, from + AT_ONCE) });
      }
      setTold({ done: t('seenMarked', { n: ids.length }), turn: told.turn + 1 });
      read.again();
      me.again();
    } catch (fault) {
      setTold({ problem: problemOf(fault), turn: told.turn });
    }
  };
  return <>
    <h1>{t('inbox')}</h1>
    <p class="lead">{t('inboxLead')}</p>
    <div class="stack">
      <Section title={t('acts')}>
        <Shown of={me}>{(value) => <>
          <Acts of={value} surveys={value.surveys ?? []} />
          {!value.surveys && <p class="tiny">{t('surveysUnread')}</p>}
        </>}</Shown>
      </Section>
      <Section title={t('notices')}>
        <div class="options pair" role="group" aria-label={t('notices')}>
          {(['', 'ya'] as const).map((one) => <button key={one} class="btn quiet" aria-pressed={unseen === one}
            onClick={() => { setPages(1); setUnseen(one); }}>
            {t(one ? 'noticesUnseen' : 'noticesAll')}{one && me.value ? ` (${me.value.waiting.unseen})` : ''}</button>)}
        </div>
        {told.problem ? <Trouble problem={told.problem} />
          : told.done && <Arrival key={told.turn} kind="ok" words={told.done} />}
        <Shown of={read}>{(items) => items.length === 0
          ? <p class="empty">{t(unseen ? 'noticesNoneUnseen' : 'noticesNone')}</p>
          : <List of={items} mark={(ids) => void mark(ids)}
            more={items.length === PAGE * pages ? () => setPages(pages + 1) : undefined} />}</Shown>
      </Section>
    </div>
  </>;
}

function List({ of, mark, more }: { of: Told[]; mark: (ids: string[]) => void; more?: () => void }) {
  const unseen = of.filter((one) => !one.seenAt);
  return <>
    {unseen.length > 1 && <button class="btn alt" onClick={() => mark(unseen.map((one) => one.id))}>
      {t('seenAll', { n: unseen.length })}</button>}
    <ul class="list">{of.map((one) => <li key={one.id} class={one.seenAt ? 'seen' : 'unseen'}>
      <p id={`told-${one.id}`}>{!one.seenAt && <b class="vh">{t('notSeen')}: </b>}{one.text}</p>
      <p class="tiny">{timeHere(one.at)}{one.seenAt && `, ${t('seenAt', { time: timeHere(one.seenAt) })}`}</p>
      <p class="do">{pageOf(one) && <a href={pageOf(one)} aria-describedby={`told-${one.id}`}>{t('goThere')}</a>}
        {!one.seenAt && <button class="btn quiet" aria-describedby={`told-${one.id}`} onClick={() => mark([one.id])}>
          {t('seenMark')}</button>}</p>
    </li>)}</ul>
    {more && <Next words={t('more', { n: PAGE })} act={more} />}
  </>;
}
