// Microsoft's own JavaScript client as the other side: "receive" tells what it got, "send" sends two messages.
import { createRequire } from 'node:module';

const load = createRequire(new URL('../../../../infra/local/package.json', import.meta.url));
const { ServiceBusClient } = load('@azure/service-bus');
const [connectionString, action, queue, count] = process.argv.slice(2);
const client = new ServiceBusClient(connectionString);

const actions = {
  async receive() {
    const receiver = client.createReceiver(queue, {
      skipParsingBodyAsJson: true, maxAutoLockRenewalDurationInMs: 0,
    });
    const received = [];
    while (received.length < Number(count)) {
      for (const message of await receiver.receiveMessages(1, { maxWaitTimeInMs: 10_000 })) {
        const { messageId, subject, contentType, correlationId, to, replyTo, timeToLive } = message;
        const body = Buffer.from(message.body).toString('base64');
        const properties = Object.entries(message.applicationProperties ?? {})
          .map(([name, value]) => [name, typeof value, value instanceof Date ? value.getTime() : value]);
        received.push({
          body, messageId, subject, contentType, correlationId, to, replyTo, timeToLive, properties,
        });
        await receiver.completeMessage(message);
      }
    }
    return received;
  },

  async send() {
    const sender = client.createSender(queue);
    const message = {
      messageId: 'js-1', subject: 'kemenkeu/2026-Q1 é', contentType: 'application/json', correlationId: 'c',
      to: 'to', replyTo: 'back', timeToLive: 90_000,
      applicationProperties: {
        text: '"é" 5', digits: '5', whole: 5, large: 5_000_000_000, part: 2.5, yes: true,
        when: new Date('2026-03-31T16:59:59Z'),
      },
    };
    await sender.sendMessages({ ...message, body: Buffer.from([0, 255, 128, 10]) });
    await sender.sendMessages({ ...message, messageId: 'js-2', body: { nilai: [1, 'é'] } });
    return [];
  },
};

console.log(`result ${JSON.stringify(await actions[action]())}`);
await client.close();
process.exit(0);
