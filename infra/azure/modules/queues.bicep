// Work that the app sends to itself, in the account of the data. A message that fails too often is moved by
// the Functions host to the queue of the same name with the ending "-poison"; both exist from the start.

param accountName string
param appPrincipalId string

var workQueues = loadJsonContent('../../queues.json')
var queueNames = flatten(map(workQueues, name => [name, '${name}-poison']))
var storageQueueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: accountName
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-01-01' = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-01-01' = [
  for queueName in queueNames: {
    parent: queueService
    name: queueName
  }
]

// The app fills and empties its queues, and lists and replays poison; the role stops at the queue. Scaling reads
// the length of a queue by the same identity.
resource appWorks 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (queueName, i) in queueNames: {
    name: guid(account.id, queueName, appPrincipalId, storageQueueDataContributor)
    scope: queues[i]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageQueueDataContributor)
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
    }
  }
]
