// Results for other ministries, laid out as the local bus lays them out.
import { tagMap, topologySpec } from 'types.bicep'

param name string
param location string
param tags tagMap
param sku ('Standard' | 'Premium')
param publicNetworkAccess ('Enabled' | 'Disabled')
param appPrincipalId string
param readerPrincipalId string

var topology topologySpec = loadJsonContent('../../messaging.json')

resource bus 'Microsoft.ServiceBus/namespaces@2026-01-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku, tier: sku }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: publicNetworkAccess
  }
}

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

output id string = bus.id
output fullyQualifiedNamespace string = '${bus.name}.servicebus.windows.net'
