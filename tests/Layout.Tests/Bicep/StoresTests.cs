using System.Text.Json;
using System.Xml;
using Kinerja.Application.Events;

namespace Kinerja.Layout.Tests.Bicep;

/// <summary>Tables, queues and topics on Azure are those of the files that lay out the local cloud too.</summary>
[Collection(nameof(Template))]
public sealed class StoresTests(Template template)
{
    [BicepFact]
    public void Azure_has_the_tables_of_the_list() => AssertSame(
        Layout("infra/tables.json").EnumerateArray().Select(name => name.GetString()!),
        template.Open.NamesOf("Microsoft.Storage/storageAccounts/tableServices/tables"));

    [BicepFact]
    public void Azure_has_the_queues_of_the_list_and_one_for_the_poison_of_each() => AssertSame(
        Layout("infra/queues.json").EnumerateArray().Select(name => name.GetString()!)
            .SelectMany(name => new[] { name, EntityNames.PoisonOf(name) }),
        template.Open.NamesOf("Microsoft.Storage/storageAccounts/queueServices/queues"));

    [BicepFact]
    public void Work_goes_through_storage_queues_alone() =>
        Assert.False(template.Open.Has("Microsoft.ServiceBus/namespaces/queues"));

    [BicepFact]
    public void Azure_has_the_topics_of_the_list() => AssertSame(
        Topics().Select(topic => string.Join(' ', Name(topic), topic.GetProperty("requiresDuplicateDetection"),
            TimeSpan.FromMinutes(topic.GetProperty("duplicateDetectionWindowMinutes").GetInt32()),
            TimeSpan.FromDays(topic.GetProperty("defaultMessageTimeToLiveDays").GetInt32()))),
        template.Open.Of("Microsoft.ServiceBus/namespaces/topics").Select(topic => string.Join(' ', topic.OwnName,
            topic.At("requiresDuplicateDetection"), Duration(topic, "duplicateDetectionHistoryTimeWindow"),
            Duration(topic, "defaultMessageTimeToLive"))));

    [BicepFact]
    public void Azure_has_the_subscriptions_of_the_list() => AssertSame(
        Topics().SelectMany(topic => Subscriptions(topic).Select(each => string.Join(' ', Name(topic), Name(each),
            TimeSpan.FromSeconds(each.GetProperty("lockDurationSeconds").GetInt32()),
            each.GetProperty("maxDeliveryCount"), each.GetProperty("deadLetteringOnMessageExpiration")))),
        template.Open.Of("Microsoft.ServiceBus/namespaces/topics/subscriptions").Select(each => string.Join(' ',
            each.Name.Split('/')[1], each.OwnName, Duration(each, "lockDuration"),
            each.At("maxDeliveryCount"), each.At("deadLetteringOnMessageExpiration"))));

    [BicepFact]
    public void Azure_filters_each_subscription_by_the_rules_of_the_list() => AssertSame(
        Topics().SelectMany(
            topic => Subscriptions(topic).SelectMany(each => each.GetProperty("filters").EnumerateArray()
            .Select(
                rule => string.Join(' ', Name(topic), Name(each), Name(rule), Flat(rule.GetProperty("properties")))))),
        template.Open.Of("Microsoft.ServiceBus/namespaces/topics/subscriptions/rules").Select(rule => string.Join(' ',
            rule.Name.Split('/')[1], rule.Name.Split('/')[2], rule.OwnName,
            Flat(rule.At("correlationFilter", "properties")))));

    private static IEnumerable<JsonElement> Topics() =>
        Layout("infra/messaging.json").GetProperty("topics").EnumerateArray();

    private static IEnumerable<JsonElement> Subscriptions(JsonElement topic) =>
        topic.GetProperty("subscriptions").EnumerateArray();

    private static JsonElement Layout(string path) => JsonDocument.Parse(Repository.Read(path)).RootElement;

    private static string Name(JsonElement entity) => entity.GetProperty("name").GetString()!;

    private static string Flat(JsonElement properties) =>
        string.Join(',', properties.EnumerateObject().Select(each => $"{each.Name}={each.Value}"));

    private static TimeSpan Duration(DeployedResource resource, string property) =>
        XmlConvert.ToTimeSpan(resource.Text(property)!);

    private static void AssertSame(IEnumerable<string> list, IEnumerable<string> azure) =>
        Assert.Equal(list.Order(StringComparer.Ordinal), azure.Order(StringComparer.Ordinal));
}
