// Somebody new: from which day, where, as what, and by whom rated.
import { useState } from 'preact/hooks';
import { fault } from '../../api';
import { today } from '../../address';
import { Choice, Line, textOf } from '../../form';
import { called } from '../../names';
import { day, t, type Word } from '../../words';
import { Change, type Cells } from './change';
import { PersonPick, PostPick, UnitPick, type Known } from './choose';
import { dayOf } from './move';

const LONG = { dateStyle: 'long' } as const;

export function Joins({ known, then }: { known: Known; then: (done: string, id: string) => void }) {
  const [unit, setUnit] = useState('');
  const [id, setId] = useState('');
  const cells = (form: FormData): Cells => {
    const said = Object.fromEntries(['id', 'unitId', 'kind', 'came', 'postId', 'raterId', 'nip']
      .map((name) => [name, textOf(form, name)]));
    const missing = ([['id', 'joinsSayId'], ['unitId', 'changePickUnit'], ['kind', 'joinsPickKind'],
      ['came', 'joinsPickCame']] as [string, Word][]).filter(([name]) => !said[name]);
    if (missing.length > 0) {
      throw fault(t('mendFields'), Object.fromEntries(missing.map(([name, word]) => [name, t(word)])));
    }
    const from = dayOf(form, 'from', known.began);
    const { came, nip, ...rest } = said;
    setId(said.id!);
    return { ...rest, from, ...(came === 'new' ? { startedOn: from } : {}), ...(nip ? { nip } : {}) } as Cells;
  };
  return <Change kind="people" cells={cells} then={(done) => then(done, id)} fields={{ startedOn: 'from' }}
    taken={(said) => t('joinsTaken', { id: said.id! })}
    done={(said) => t('joinsDone', { who: called(said.id!), from: day(said.from!, LONG) })}
    means={(said) => <><p>{t(said.startedOn ? 'joinsMeansNew' : 'joinsMeansMoved', { date: day(said.from!, LONG) })}</p>
      {said.from! <= today() && <p>{t('changePast', { date: day(said.from!, LONG) })}</p>}</>}>
    <Line id="joins-id" name="id" label={t('joinsId')} hint={t('joinsIdHint')} most={32} />
    <Line id="joins-from" name="from" type="date" label={t('joinsFrom')} given={today()} />
    <Choice name="came" label={t('joinsCame')} options={[['new', t('joinsNew')], ['moved', t('joinsMoved')]]} />
    <Choice name="kind" label={t('joinsKind')} options={[['pns', t('kindPns')], ['pppk', t('kindPppk')]]} />
    <UnitPick id="joins-unit" name="unitId" label={t('unit')} units={known.units} choose={setUnit} />
    <PostPick id="joins-post" name="postId" label={t('postHeld')} hint={t('changeMayBeEmpty')} posts={known.posts} />
    <PersonPick id="joins-rater" name="raterId" label={t('rater')} hint={t('changeMayBeEmpty')} known={known}
      unit={unit} />
    <Line id="joins-nip" name="nip" label={t('joinsNip')} hint={t('joinsNipHint')} mode="numeric" most={24} />
  </Change>;
}
