targetScope = 'subscription'

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
@description('The audience that a caller\'s token must carry: in version 2 tokens of Entra ID, the application (client) id of this API.')
param authAudience string

@description('The issuer that a caller\'s token must carry. Default: this tenant\'s Entra ID, version 2 tokens.')
param authIssuer string = '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'

@description('Where the issuer publishes its signing keys.')
param authMetadataAddress string = '${authIssuer}/.well-known/openid-configuration'

@minLength(1)
@description('Key vault secret with the PEM of the private key (P-256) that signs receipts of check-ins. The app\'s identity must be allowed to read it (Key Vault Secrets User).')
param receiptsSigningKeyUri string

@minLength(1)
@description('Key vault secret, 16 characters or more, that makes the draw of spot checks unpredictable.')
param spotChecksSaltUri string

@description('PEMs of the public keys of receipts signed in former days.')
param receiptsRetiredKeys string = ''

@allowed(['Standard', 'Premium'])
@description('Standard is throttled at 1,000 operations a second for the whole namespace; Premium is not, and costs by the hour.')
param serviceBusSku string = 'Standard'

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
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2021-04-01' = {
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

module hostStorage 'modules/host-storage.bicep' = {
  name: 'host-storage'
  scope: group
  params: {
    name: 'sthost${suffix}'
    location: location
    tags: tags
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
    appPrincipalId: identity.outputs.principalId
    readerPrincipalId: principalId
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    blobServiceUri: hostStorage.outputs.blobServiceUri
    deploymentContainerUri: hostStorage.outputs.deploymentContainerUri
    tableServiceUri: tables.outputs.tableServiceUri
    busNamespace: messaging.outputs.fullyQualifiedNamespace
    telemetryConnectionString: monitoring.outputs.connectionString
    authMetadataAddress: authMetadataAddress
    authIssuer: authIssuer
    authAudience: authAudience
    receiptsSigningKeyUri: receiptsSigningKeyUri
    receiptsRetiredKeys: receiptsRetiredKeys
    spotChecksSaltUri: spotChecksSaltUri
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
output KINERJA_BUS_NAMESPACE string = messaging.outputs.fullyQualifiedNamespace
