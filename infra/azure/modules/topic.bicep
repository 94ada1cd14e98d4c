// One topic of infra/messaging.json with its subscriptions; the app may send to it, not read from it.
import { topicSpec } from 'types.bicep'

param busName string
param topic topicSpec
param senderPrincipalId string
param readerPrincipalId string

var serviceBusDataSender = '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'

resource bus 'Microsoft.ServiceBus/namespaces@2026-01-01' existing = {
  name: busName
}

resource entity 'Microsoft.ServiceBus/namespaces/topics@2026-01-01' = {
  parent: bus
  name: topic.name
  properties: {
    requiresDuplicateDetection: topic.requiresDuplicateDetection
    duplicateDetectionHistoryTimeWindow: 'PT${topic.duplicateDetectionWindowMinutes}M'
    defaultMessageTimeToLive: 'P${topic.defaultMessageTimeToLiveDays}D'
  }
}

resource appSends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(entity.id, senderPrincipalId, serviceBusDataSender)
  scope: entity
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', serviceBusDataSender)
    principalId: senderPrincipalId
    principalType: 'ServicePrincipal'
  }
}

module subscriptions 'subscription.bicep' = [
  for spec in topic.subscriptions: {
    name: 'subscription-${topic.name}-${spec.name}'
    params: {
      busName: busName
      topicName: entity.name
      spec: spec
      readerPrincipalId: readerPrincipalId
    }
  }
]
