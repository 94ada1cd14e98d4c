// The function app on Flex Consumption. Its settings are the constants of functions/Host/SettingNames.cs.
import { tagMap } from 'types.bicep'

param suffix string
param location string
param tags tagMap
@description('Subnet that the app reaches its services through. Empty: the public network.')
param subnetId string
param identityId string
param identityClientId string
param blobServiceUri string
param deploymentContainerUri string
param tableServiceUri string
param queueServiceUri string
param busNamespace string
param telemetryConnectionString string
param authMetadataAddress string
param authIssuer string
param authAudience string
param receiptsSigningKeyUri string
param receiptsRetiredKeys string

param authPersonClaim string
param consoleClientId string
param spotChecksSaltUri string
param nipLookupKeyUri string
param sealKeysUri string
param runsShardSize int
param runsGraceDays int
param maximumInstanceCount int

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${suffix}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: 'func-${suffix}'
  location: location
  // azd finds the app of the service "functions" in azure.yaml by this tag.
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstanceCount
        // One warm instance each: the morning's first check-in and a run's first message do not wait for a start.
        alwaysReady: [
          { name: 'http', instanceCount: 1 }
          { name: 'function:RunStep', instanceCount: 1 }
        ]
      }
    }
    siteConfig: {
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      appSettings: [
        { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
        { name: 'AzureWebJobsStorage__clientId', value: identityClientId }
        { name: 'AzureWebJobsStorage__blobServiceUri', value: blobServiceUri }
        { name: 'AzureWebJobsDisableHomepage', value: 'true' }
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: telemetryConnectionString }
        { name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'Authorization=AAD;ClientId=${identityClientId}' }
        { name: 'KinerjaTables__serviceUri', value: tableServiceUri }
        { name: 'KinerjaTables__credential', value: 'managedidentity' }
        { name: 'KinerjaTables__clientId', value: identityClientId }
        { name: 'KinerjaQueues__queueServiceUri', value: queueServiceUri }
        { name: 'KinerjaQueues__credential', value: 'managedidentity' }
        { name: 'KinerjaQueues__clientId', value: identityClientId }
        { name: 'KinerjaBus__fullyQualifiedNamespace', value: busNamespace }
        { name: 'KinerjaBus__credential', value: 'managedidentity' }
        { name: 'KinerjaBus__clientId', value: identityClientId }
        { name: 'KinerjaAuth__MetadataAddress', value: authMetadataAddress }
        { name: 'KinerjaAuth__Issuer', value: authIssuer }
        { name: 'KinerjaAuth__Audience', value: authAudience }
        { name: 'KinerjaAuth__PersonClaim', value: authPersonClaim }
        { name: 'KinerjaConsole__ClientId', value: consoleClientId }
        { name: 'KinerjaReceipts__SigningKey', value: '@Microsoft.KeyVault(SecretUri=${receiptsSigningKeyUri})' }
        { name: 'KinerjaReceipts__RetiredKeys', value: receiptsRetiredKeys }
        { name: 'KinerjaSpotChecks__Salt', value: '@Microsoft.KeyVault(SecretUri=${spotChecksSaltUri})' }
        { name: 'KinerjaNip__LookupKey', value: '@Microsoft.KeyVault(SecretUri=${nipLookupKeyUri})' }
        { name: 'KinerjaWebhooks__AllowLocal', value: 'false' }
        { name: 'KinerjaSeal__Keys', value: '@Microsoft.KeyVault(SecretUri=${sealKeysUri})' }
        { name: 'KinerjaRuns__ShardSize', value: string(runsShardSize) }
        { name: 'KinerjaRuns__GraceDays', value: string(runsGraceDays) }
      ]
    }
  }
}

// Passwords of the publishing profile open neither door; azd deploys with a token of Entra ID.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource noScmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

output name string = app.name
output apiUri string = 'https://${app.properties.defaultHostName}/api'
