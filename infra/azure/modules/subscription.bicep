// One subscription of infra/messaging.json. Without filters it takes everything; with filters, the
// service drops its own catch-all rule when the first of ours arrives.
import { subscriptionSpec } from 'types.bicep'

param busName string
param topicName string
param spec subscriptionSpec
param readerPrincipalId string

var serviceBusDataReceiver = '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'

resource bus 'Microsoft.ServiceBus/namespaces@2026-01-01' existing = {
  name: busName
}

resource topic 'Microsoft.ServiceBus/namespaces/topics@2026-01-01' existing = {
  parent: bus
  name: topicName
}

resource entity 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2026-01-01' = {
  parent: topic
  name: spec.name
  properties: {
    lockDuration: 'PT${spec.lockDurationSeconds}S'
    maxDeliveryCount: spec.maxDeliveryCount
    deadLetteringOnMessageExpiration: spec.deadLetteringOnMessageExpiration
  }
}

resource rules 'Microsoft.ServiceBus/namespaces/topics/subscriptions/rules@2026-01-01' = [
  for rule in spec.filters: {
    parent: entity
    name: rule.name
    properties: {
      filterType: 'CorrelationFilter'
      correlationFilter: { properties: rule.properties }
    }
  }
]

// Whoever deploys can watch the unfiltered events arrive; filtered ones belong to their consumer.
var isRead = !empty(readerPrincipalId) && empty(spec.filters)

resource readerReceives 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (isRead) {
  name: guid(entity.id, readerPrincipalId, serviceBusDataReceiver)
  scope: entity
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', serviceBusDataReceiver)
    principalId: readerPrincipalId
  }
}
