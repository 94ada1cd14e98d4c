// Work for the runs (queues) and results for other ministries (topics), laid out as the local bus lays them out.

param name string
param location string
param tags object
@allowed(['Standard', 'Premium'])
param sku string
param appPrincipalId string
param readerPrincipalId string

var topology = loadJsonContent('../../messaging.json')
var serviceBusDataSender = '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
var serviceBusDataReceiver = '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku, tier: sku }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
  }
}

resource queues 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = [
  for queue in topology.queues: {
    parent: bus
    name: queue.name
    properties: {
      lockDuration: 'PT${queue.lockDurationSeconds}S'
      maxDeliveryCount: queue.maxDeliveryCount
      requiresDuplicateDetection: queue.requiresDuplicateDetection
      duplicateDetectionHistoryTimeWindow: 'PT${queue.duplicateDetectionWindowMinutes}M'
      defaultMessageTimeToLive: 'P${queue.defaultMessageTimeToLiveDays}D'
      deadLetteringOnMessageExpiration: true
    }
  }
]

// The app both fills and empties its queues; the roles stop at the queue.
resource appSends 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (queue, i) in topology.queues: {
    name: guid(bus.id, queue.name, appPrincipalId, serviceBusDataSender)
    scope: queues[i]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', serviceBusDataSender)
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource appReceives 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (queue, i) in topology.queues: {
    name: guid(bus.id, queue.name, appPrincipalId, serviceBusDataReceiver)
    scope: queues[i]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', serviceBusDataReceiver)
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
    }
  }
]

module topics 'topic.bicep' = [
  for topic in topology.topics: {
    name: 'topic-${topic.name}'
    params: {
      busName: bus.name
      topic: topic
      senderPrincipalId: appPrincipalId
      readerPrincipalId: readerPrincipalId
    }
  }
]

output fullyQualifiedNamespace string = '${bus.name}.servicebus.windows.net'
