import rhea from 'rhea';
import frames from 'rhea/lib/frames.js';

const { message: outcomes } = rhea;

/**
 * Answers the client's attach: the modes it asked for are what it gets, since a client that asked for one mode and got
 * another waits for answers that never come. Source and target are named only by a link that may be used.
 */
export function answerAttach(link) {
  link.local.attach.snd_settle_mode = link.snd_settle_mode;
  link.local.attach.rcv_settle_mode = link.rcv_settle_mode;
  link.set_source({ address: link.source?.address });
  link.set_target({ address: link.target?.address });
}

/** Closes the link, at its attach or later, with the reason. */
export function closeFor(link, { condition, message }) {
  link.close({ condition, description: message });
}

export function accept(delivery) {
  answer(delivery, outcomes.accepted());
}

export function reject(delivery, { condition, message }) {
  answer(delivery, outcomes.rejected({ error: { condition, description: message } }));
}

/**
 * Writes the outcome of one delivery on its own. rhea would gather the outcomes of one turn and tell two deliveries in
 * a row, the first accepted and the second rejected, as two accepted ones.
 */
function answer(delivery, outcome) {
  const { session, connection } = delivery.link;
  if (!delivery.remote_settled) {
    const role = delivery.link.is_receiver();
    session.output(frames.disposition({ role, first: delivery.id, settled: true, state: outcome.described() }));
  }
  // The client sends nothing after this answer; without the marks rhea would keep the delivery.
  delivery.settled = true;
  delivery.remote_settled = true;
  connection._register();
}
