targetScope = 'subscription'

import { tagMap } from 'modules/types.bicep'

@minLength(1)
@maxLength(64)
@description('Name of this environment; resource names are derived from it.')
param environmentName string

@minLength(1)
@description('Region of every resource. The default keeps the data in Indonesia (PP 71/2019).')
@metadata({ azd: { type: 'location' } })
param location string = 'indonesiacentral'

@description('Object id of a person or pipeline that may read events from the unfiltered subscriptions. Empty: nobody.')
param principalId string = ''

@minLength(1)
@description('The audience that a token must carry: for Entra ID, version 2, the application (client) id of this API.')
param authAudience string

@description('The issuer that a caller\'s token must carry. Default: this tenant\'s Entra ID, version 2 tokens.')
param authIssuer string = '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'

@description('Where the issuer publishes its signing keys.')
param authMetadataAddress string = '${authIssuer}/.well-known/openid-configuration'

// PKCS #8 of an EC key on P-256, base64 on one line.
@description('First deployment: the private key that signs receipts. Later: empty, the vault keeps its own.')
@secure()
param receiptsSigningKey string = ''

// Nobody without it can foresee the draw.
@description('First deployment: the salt of spot checks, 16 characters or more. Later: empty, the vault keeps its own.')
@secure()
param spotChecksSalt string = ''

@description('First deployment: the key of NIP hashes, 64 hexadecimal digits. Later: empty, the vault keeps its own.')
@secure()
param nipLookupKey string = ''

@description('First deployment: the key that seals NIPs, 64 hexadecimal digits. Later: empty, the vault keeps its own.')
@secure()
param sealKeys string = ''

@description('PEMs of the public keys of receipts signed in former days.')
param receiptsRetiredKeys string = ''

@description('The claim that names the person who signed in, by the surrogate id')
param authPersonClaim string = 'person'

@description('The client id under which the issuer knows the reference console; empty: no page is served')
param consoleClientId string = ''

@allowed(['Standard', 'Premium'])
@description('Standard is throttled at 1,000 operations a second a namespace; Premium is not, and costs by the hour.')
param serviceBusSku string = 'Standard'

// Service Bus is closed too if it is Premium.
@description('Whether storage and vault are closed to the public network; the app reaches them through its own.')
param closedNetwork bool = false

@minValue(40)
@maxValue(1000)
@description('Instances that one group of functions may grow to. The subscription\'s regional quota is shared.')
param maximumInstanceCount int = 100

@minValue(1)
@description('People that a run puts into one queue message.')
param runsShardSize int = 500

@minValue(0)
@description('Days that a run waits after its period ends, for late facts.')
param runsGraceDays int = 7

var suffix = toLower(uniqueString(subscription().id, environmentName, location))
var tags tagMap = { 'azd-env-name': environmentName }
var access = closedNetwork ? 'Disabled' : 'Enabled'
// Private endpoints of Service Bus exist in Premium alone.
var busClosed = closedNetwork && serviceBusSku == 'Premium'

resource group 'Microsoft.Resources/resourceGroups@2025-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-${suffix}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    appPrincipalId: identity.outputs.principalId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-${suffix}'
    location: location
    tags: tags
    publicNetworkAccess: access
    appPrincipalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    receiptsSigningKey: receiptsSigningKey
    spotChecksSalt: spotChecksSalt
    nipLookupKey: nipLookupKey
    sealKeys: sealKeys
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  name: 'host-storage'
  scope: group
  params: {
    name: 'sthost${suffix}'
    location: location
    tags: tags
    publicNetworkAccess: access
    appPrincipalId: identity.outputs.principalId
  }
}

module tables 'modules/tables.bicep' = {
  name: 'tables'
  scope: group
  params: {
    name: 'stdata${suffix}'
    location: location
    tags: tags
    publicNetworkAccess: access
    appPrincipalId: identity.outputs.principalId
  }
}

module queues 'modules/queues.bicep' = {
  name: 'queues'
  scope: group
  params: {
    accountName: tables.outputs.accountName
    appPrincipalId: identity.outputs.principalId
  }
}

module messaging 'modules/messaging.bicep' = {
  name: 'messaging'
  scope: group
  params: {
    name: 'sb-${suffix}'
    location: location
    tags: tags
    sku: serviceBusSku
    publicNetworkAccess: busClosed ? 'Disabled' : 'Enabled'
    appPrincipalId: identity.outputs.principalId
    readerPrincipalId: principalId
  }
}

module network 'modules/network.bicep' = if (closedNetwork) {
  name: 'network'
  scope: group
  params: {
    name: 'vnet-${suffix}'
    location: location
    tags: tags
  }
}

var storageSuffix = environment().suffixes.storage
var closedServices = [
  { name: 'host-blob', groupId: 'blob', zone: 'privatelink.blob.${storageSuffix}' }
  { name: 'data-table', groupId: 'table', zone: 'privatelink.table.${storageSuffix}' }
  { name: 'data-queue', groupId: 'queue', zone: 'privatelink.queue.${storageSuffix}' }
  { name: 'vault', groupId: 'vault', zone: 'privatelink.vaultcore.azure.net' }
  { name: 'bus', groupId: 'namespace', zone: 'privatelink.servicebus.windows.net' }
]

module endpoints 'modules/private-endpoint.bicep' = [
  for service in closedServices: if (service.name == 'bus' ? busClosed : closedNetwork) {
    name: 'endpoint-${service.name}'
    scope: group
    params: {
      name: 'pe-${service.name}-${suffix}'
      location: location
      tags: tags
      networkId: network!.outputs.id
      subnetId: network!.outputs.endpointSubnetId
      serviceId: {
        'host-blob': hostStorage.outputs.id
        'data-table': tables.outputs.id
        'data-queue': tables.outputs.id
        vault: vault.outputs.id
        bus: messaging.outputs.id
      }[service.name]
      groupId: service.groupId
      zoneName: service.zone
    }
  }
]

// Last: everything that the app's settings refer to and every role of its identity is there before it.
module app 'modules/app.bicep' = {
  name: 'app'
  scope: group
  dependsOn: [queues, endpoints]
  params: {
    suffix: suffix
    location: location
    tags: tags
    subnetId: closedNetwork ? network!.outputs.appSubnetId : ''
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    blobServiceUri: hostStorage.outputs.blobServiceUri
    deploymentContainerUri: hostStorage.outputs.deploymentContainerUri
    tableServiceUri: tables.outputs.tableServiceUri
    queueServiceUri: tables.outputs.queueServiceUri
    busNamespace: messaging.outputs.fullyQualifiedNamespace
    telemetryConnectionString: monitoring.outputs.connectionString
    authMetadataAddress: authMetadataAddress
    authIssuer: authIssuer
    authAudience: authAudience
    receiptsSigningKeyUri: vault.outputs.signingKeyUri
    receiptsRetiredKeys: receiptsRetiredKeys
    authPersonClaim: authPersonClaim
    consoleClientId: consoleClientId
    spotChecksSaltUri: vault.outputs.saltUri
    nipLookupKeyUri: vault.outputs.nipLookupKeyUri
    sealKeysUri: vault.outputs.sealKeysUri
    runsShardSize: runsShardSize
    runsGraceDays: runsGraceDays
    maximumInstanceCount: maximumInstanceCount
  }
}

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output SERVICE_FUNCTIONS_NAME string = app.outputs.name
output KINERJA_API_URI string = app.outputs.apiUri
output KINERJA_TABLES_URI string = tables.outputs.tableServiceUri
output KINERJA_QUEUES_URI string = tables.outputs.queueServiceUri
output KINERJA_BUS_NAMESPACE string = messaging.outputs.fullyQualifiedNamespace
