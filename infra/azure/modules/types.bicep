// The shapes of infra/messaging.json: a key that is missing, unknown or of the wrong kind does not compile.

@export()
type tagMap = { *: string }

@export()
@sealed()
type filterSpec = {
  name: string
  properties: { *: string }
}

@export()
@sealed()
type subscriptionSpec = {
  name: string
  lockDurationSeconds: int
  maxDeliveryCount: int
  deadLetteringOnMessageExpiration: bool
  filters: filterSpec[]
}

@export()
@sealed()
type topicSpec = {
  name: string
  requiresDuplicateDetection: bool
  duplicateDetectionWindowMinutes: int
  defaultMessageTimeToLiveDays: int
  subscriptions: subscriptionSpec[]
}

@export()
@sealed()
type topologySpec = {
  topics: topicSpec[]
}
