// Works on a queue until the bus is gone: "send" sends message after message, "receive" completes them. What the bus
// acknowledged is written to FILE, one id a line.
import { appendFileSync } from 'node:fs';
import { ServiceBusClient } from './packages.mjs';

const [connectionString, action, queue, file] = process.argv.slice(2);
const loops = 8;
const client = new ServiceBusClient(connectionString, { retryOptions: { maxRetries: 0, timeoutInMs: 10_000 } });
const sender = client.createSender(queue);
const receiver = client.createReceiver(queue, { maxAutoLockRenewalDurationInMs: 0 });
const done = (id) => appendFileSync(file, `${id}\n`);

const actions = {
  async send(loop) {
    for (let at = 0; ; at++) {
      const messageId = `${loop}-${at}`;
      try {
        await sender.sendMessages({ body: messageId, messageId });
        done(messageId);
      } catch (error) {
        // Refused for want of space: told to the sender, so nothing is lost.
        if (error.code !== 'QuotaExceeded') {
          throw error;
        }
      }
    }
  },

  async receive() {
    for (;;) {
      const messages = await receiver.receiveMessages(loops, { maxWaitTimeInMs: 10_000 });
      await Promise.all(messages.map(async (message) => {
        await receiver.completeMessage(message);
        done(message.messageId);
      }));
    }
  },
};

await Promise.allSettled(Array.from({ length: action === 'send' ? loops : 1 }, (_, loop) => actions[action](loop)));
process.exit(0);
