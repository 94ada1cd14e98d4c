using System.Reflection;
using System.Text.Json;

namespace Kinerja.Layout.Tests;

/// <summary>Tables, queues and topics are called in code what the infrastructure calls them.</summary>
public sealed class TopologyNamesTests
{
    [Fact]
    public void Code_and_infrastructure_name_the_same_tables()
    {
        using var tables = JsonDocument.Parse(Repository.Read("infra/tables.json"));
        AssertSame(tables.RootElement.EnumerateArray().Select(t => t.GetString()!),
            Constants("Kinerja.Application", "Kinerja.Application.Tables.TableNames"));
    }

    /// <summary>Subscriptions belong to their consumers: the code may name them, and then they must exist.</summary>
    [Fact]
    public void Code_and_infrastructure_name_the_same_queues_and_topics()
    {
        using var file = JsonDocument.Parse(Repository.Read("infra/messaging.json"));
        using var queues = JsonDocument.Parse(Repository.Read("infra/queues.json"));
        var topics = file.RootElement.GetProperty("topics").EnumerateArray().ToList();
        var entities = queues.RootElement.EnumerateArray().Select(q => q.GetString()!).Concat(Names(topics)).ToList();
        var subscriptions = topics.SelectMany(t => Names(t.GetProperty("subscriptions").EnumerateArray()));
        var constants = Constants("Kinerja.Application", "Kinerja.Application.Events.EntityNames");
        AssertSame(entities, constants.Except(subscriptions));
    }

    private static IEnumerable<string> Names(IEnumerable<JsonElement> entities) =>
        entities.Select(e => e.GetProperty("name").GetString()!);

    private static IEnumerable<string> Constants(string assembly, string typeName)
    {
        var type = Assembly.Load(assembly).GetType(typeName);
        Assert.True(
            type is not null, $"{assembly} has no type {typeName}: the names in infra/ have nothing to agree with");
        return type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!).ToList();
    }

    private static void AssertSame(IEnumerable<string> infrastructure, IEnumerable<string> code) =>
        Assert.Equal(infrastructure.Order(StringComparer.Ordinal), code.Order(StringComparer.Ordinal));
}
