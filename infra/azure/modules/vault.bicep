// The four secrets of the app. The first deployment brings their values; no later one changes them, not even from
// another machine: a signing key that is lost takes the proof of its receipts along, a lost
// key of NIPs the people who are found by them.
import { tagMap } from 'types.bicep'

param name string
param location string
param tags tagMap
param publicNetworkAccess ('Enabled' | 'Disabled')
param appPrincipalId string
param workspaceId string

@description('PKCS #8 of an EC private key on P-256, base64 on one line. Empty: the secret stays as it is.')
@secure()
param receiptsSigningKey string

@description('Empty: the secret stays as it is.')
@secure()
param spotChecksSalt string

@description('64 hexadecimal digits. Empty: the secret stays as it is.')
@secure()
param nipLookupKey string

@description('64 hexadecimal digits. Empty: the secret stays as it is.')
@secure()
param sealKeys string

var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var signingKeyName = 'receipts-signing-key'
var saltName = 'spot-checks-salt'
var nipLookupKeyName = 'nip-lookup-key'
var sealKeysName = 'seal-keys'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: publicNetworkAccess
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: publicNetworkAccess == 'Enabled' ? 'Allow' : 'Deny'
    }
  }
}

resource appReadsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appPrincipalId, keyVaultSecretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// A PEM on one line: spaces stand where line ends would, and survive an environment variable.
@onlyIfNotExists()
resource signingKey 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(receiptsSigningKey)) {
  parent: vault
  name: signingKeyName
  properties: {
    contentType: 'application/x-pem-file'
    value: '-----BEGIN PRIVATE KEY----- ${receiptsSigningKey} -----END PRIVATE KEY-----'
  }
}

@onlyIfNotExists()
resource salt 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(spotChecksSalt)) {
  parent: vault
  name: saltName
  properties: { value: spotChecksSalt }
}

@onlyIfNotExists()
resource nipLookup 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(nipLookupKey)) {
  parent: vault
  name: nipLookupKeyName
  properties: { value: nipLookupKey }
}

@onlyIfNotExists()
resource seal 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(sealKeys)) {
  parent: vault
  name: sealKeysName
  properties: { value: sealKeys }
}

// Who read which secret, and when.
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

output id string = vault.id
// Without a version: the platform follows a new value within a day.
output signingKeyUri string = '${vault.properties.vaultUri}secrets/${signingKeyName}'
output saltUri string = '${vault.properties.vaultUri}secrets/${saltName}'
output nipLookupKeyUri string = '${vault.properties.vaultUri}secrets/${nipLookupKeyName}'
output sealKeysUri string = '${vault.properties.vaultUri}secrets/${sealKeysName}'
