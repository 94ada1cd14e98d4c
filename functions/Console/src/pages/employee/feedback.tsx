// Feedback to colleagues of my unit and to my leader, who sees what of it, and what I gave this quarter.
import { useState } from 'preact/hooks';
import { all, call, Shown, useRead } from '../../api';
import { Said, Section } from '../../parts';
import { may, session } from '../../session';
import { lang, t } from '../../words';
import { Give, givenIn, guidesOf, runningQuarter, type Receiver } from '../feedback/give';
import { Given } from '../feedback/given';

export function MyFeedback() {
  const { person } = session()!;
  const [done, setDone] = useState('');
  const [turn, setTurn] = useState(0);
  const quarter = runningQuarter();
  const read = useRead(async () => {
    const [receivers, guides, { leastGivers }] = await Promise.all([
      all<Receiver>(`/employees/${person}/feedback-receivers`, 'receivers'), guidesOf(),
      call<{ leastGivers: number }>(`/employees/${person}/feedback/${quarter}/summary`)]);
    return { to: receivers.filter((one) => one.role !== 'leader'), guides, leastGivers,
      leads: receivers.some((one) => one.role === 'leader') };
  }, []);
  const given = useRead(() => givenIn(quarter), []);
  const again = (words: string) => { setDone(words); setTurn(turn + 1); given.again(); };
  return <>
    <h1>{t('giveFeedback')}</h1>
    <p class="lead">{t('myFeedbackLead', { period: quarter })}</p>
    <Said words={done} />
    <div class="two">
      <div class="stack">
        <Shown of={read}>{({ to, guides, leastGivers, leads }) => <>
          <Section title={t('giveBefore')}>
            <ul class="reasons"><li>{t('giveKeeps')}</li><li>{t('giveShown', { n: leastGivers })}</li>
              <li>{t('giveRater')}</li><li>{t('giveAudit')}</li></ul>
            {leads && may('ratings.write') && <p><a href={`/console/tim/umpan-balik?lang=${lang()}`}>
              {t('giveToTeam')}</a></p>}
          </Section>
          <Section title={t('giveWrite')}>
            {to.length === 0 ? <p class="empty">{t('giveNobody')}</p>
              : <Give key={turn} to={to} guides={guides} again={again} />}</Section>
        </>}</Shown>
      </div>
      <Given of={given} guides={read.value?.guides ?? []} period={quarter} />
    </div>
  </>;
}
