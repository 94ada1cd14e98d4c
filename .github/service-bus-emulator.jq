# infra/messaging.json as the Service Bus emulator wants its configuration. The emulator keeps a message
# for one hour and remembers duplicates for five minutes at most; Azure's longer times are cut to that.
def duplicates: {
  RequiresDuplicateDetection: .requiresDuplicateDetection,
  DuplicateDetectionHistoryTimeWindow: "PT\([.duplicateDetectionWindowMinutes, 5] | min)M",
  DefaultMessageTimeToLive: "PT1H"
};
def receiving: {
  LockDuration: "PT\(.lockDurationSeconds)S",
  MaxDeliveryCount: .maxDeliveryCount,
  DeadLetteringOnMessageExpiration: true,
  DefaultMessageTimeToLive: "PT1H",
  RequiresSession: false
};
def rule: {
  Name: .name,
  Properties: { FilterType: "Correlation", CorrelationFilter: { Properties: .properties } }
};
{
  UserConfig: {
    Namespaces: [{
      Name: "sbemulatorns",
      Queues: [.queues[] | { Name: .name, Properties: (receiving + duplicates) }],
      Topics: [.topics[] | {
        Name: .name,
        Properties: duplicates,
        Subscriptions: [.subscriptions[] | { Name: .name, Properties: receiving, Rules: [.filters[] | rule] }
          | if .Rules == [] then del(.Rules) else . end]
      }]
    }],
    Logging: { Type: "Console" }
  }
}
