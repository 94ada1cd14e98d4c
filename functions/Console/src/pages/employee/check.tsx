// The own line held against the published ranking, in this browser and with nobody else's line.
import { useState } from 'preact/hooks';
import { call, problemOf, send, Trouble, type Problem } from '../../api';
import { Section } from '../../parts';
import { holds, type ProofAnswer } from '../../proof';
import { t } from '../../words';

type State = 'unchecked' | 'checking' | 'proved' | 'notProved';

export function Check({ run, person, revision }: { run: string; person: string; revision: number }) {
  const [state, setState] = useState<State>('unchecked');
  const [problem, setProblem] = useState<Problem>();
  const [found, setFound] = useState<ProofAnswer>();
  const check = async () => {
    if (state === 'checking') {
      return;
    }
    setState('checking');
    setProblem(undefined);
    try {
      const answer = await call<ProofAnswer>(`${run}/ranking/proofs/${person}?revision=${revision}`);
      const manifest = await send(`${run}/ranking/manifest?revision=${revision}`);
      setFound(answer);
      setState(await holds(answer, person, new Uint8Array(await manifest.arrayBuffer())) ? 'proved' : 'notProved');
    } catch (fault) {
      setState('unchecked');
      setProblem(problemOf(fault));
    }
  };
  return <div class="prove"><Section title={t('proof')}>
    <p>{t('proofLead')}</p>
    {!crypto.subtle ? <p class="note bad">{t('noCrypto')}</p>
      : <button class="btn" onClick={() => void check()} aria-disabled={state === 'checking'}>{t('check')}</button>}
    {problem && <Trouble problem={problem} />}
    <div role="status">
      {state === 'checking' && <p>{t('checking')}</p>}
      {state === 'proved' && <p class="note ok">{t('proved')}</p>}
      {state === 'notProved' && <p class="note bad">{t('notProved')}</p>}
    </div>
    {found && <details><summary>{t('proofDetails')}</summary>
      <dl class="plain-list">
        <dt>{t('proofHashes')}</dt><dd>{found.proofs.map((one) => one.path.length).join(', ')}</dd>
        <dt>{t('proofManifest')}</dt><dd><code>{found.manifestSha256}</code></dd>
        <dt>{t('proofLine')}</dt><dd><code>{found.proofs[0]?.line}</code></dd>
      </dl></details>}
  </Section></div>;
}
