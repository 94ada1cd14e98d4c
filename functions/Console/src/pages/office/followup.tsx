// What follows from a period's results: grants of flexible work from the top share, and proposals from low predicates.
import { all, call, find, Shown, useRead } from '../../api';
import { lastQuarter, useQuery } from '../../address';
import { Period, Section } from '../../parts';
import { session } from '../../session';
import { day, t } from '../../words';
import { Grants, Propose, type GrantLine, type GrantList } from './grants';
import { Proposals, Raise, type Proposal, type Terms } from './proposals';

interface Run { state: string; objectionsUntil?: string }

/** The list with the lines of all its pages, by place. */
async function grantsOf(path: string): Promise<GrantList | null> {
  const first = await find<GrantList>(path);
  if (!first) {
    return null;
  }
  const lines = [...first.lines];
  for (let next = first.next; next !== undefined;) {
    const page: GrantList = await call(`${path}?cursor=${encodeURIComponent(next)}`);
    lines.push(...page.lines);
    next = page.next;
  }
  const rank = (line: GrantLine) => line.state === 'proposed' ? 0 : line.decision ? 1 : 2;
  return { ...first, lines: lines.sort((a, b) => rank(a) - rank(b) || a.place - b.place) };
}

/** Every proposal, and what the policy of today asks: each page of the list says it. */
async function casesOf(path: string) {
  const { teamMembers, deciderIds } = await call<Terms>(path);
  return { terms: { teamMembers, deciderIds }, every: await all<Proposal>(path, 'proposals', 100) };
}

export function FollowUp() {
  const { agency } = session()!;
  const [period, setPeriod] = useQuery('periode', lastQuarter());
  const run = useRead(() => find<Run>(`/agencies/${agency}/runs/${period}`), [period]);
  const grants = useRead(() => grantsOf(`/agencies/${agency}/grant-lists/${period}`), [period]);
  const proposals = useRead(() => casesOf(`/agencies/${agency}/proposals`), []);
  return <>
    <h1>{t('followUp')}</h1>
    <p class="lead">{t('followUpLead')}</p>
    <Period value={period} choose={setPeriod} />
    <div class="two even">
      <Section title={t('grantsOf', { period })}>
        <Shown of={run}>{(of) => <Shown of={grants}>{(list) => !of || !isOut(of)
          ? <p class="empty">{t('grantsNoRanking', { period })}</p>
          : <>{of.state !== 'final' && <p class="note waits">{t(of.objectionsUntil ? 'grantsNotFinal' : 'grantsOpen',
            { date: of.objectionsUntil ? day(of.objectionsUntil) : '' })}</p>}
          {list ? <Grants of={list} again={grants.again} /> : <p class="empty">{t('grantsNone')}</p>}
          <Propose period={period} isFinal={of.state === 'final'} isAgain={list !== null} then={grants.again} /></>
        }</Shown>}</Shown>
      </Section>
      <Section title={t('proposalsOf', { period })}>
        <Shown of={proposals}>{({ every, terms }) => <Proposals of={every.filter((one) => one.period === period)}
          terms={terms} isFinal={run.value?.state === 'final'} then={proposals.again}
          elsewhere={every.filter((one) => one.period !== period && isWaiting(one)).length} />}</Shown>
        {run.value && isOut(run.value) && <Raise period={period} then={proposals.again} />}
      </Section>
    </div>
  </>;
}

const isOut = (run: Run) => run.state === 'published' || run.state === 'final';
const isWaiting = (one: Proposal) => one.state === 'proposed' || one.state === 'considered';
