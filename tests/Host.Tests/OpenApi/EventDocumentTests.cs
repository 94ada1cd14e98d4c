using System.Text.Json;
using Kinerja.Application.Events;
using Kinerja.Host.Http;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>The events' document as it is served, against the schemas and the types of the code.</summary>
public sealed class EventDocumentTests
{
    private static readonly JsonElement Document =
        JsonDocument.Parse(new MadeDocument("asyncapi.json").Bytes).RootElement;

    [Fact]
    public void Every_type_of_the_code_has_a_schema_and_a_message_and_nothing_else_has()
    {
        var types = typeof(EventTypes).GetFields().Select(f => (string)f.GetRawConstantValue()!)
            .Order(StringComparer.Ordinal).ToList();
        foreach (var listed in new[]
        {
            Part("components", "messages"),
            Part("components", "schemas"),
            Part("channels", "kinerjaEvents", "messages")
        })
        {
            Assert.Equal(types, listed.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_schema_names_its_draft_and_its_examples_fit()
    {
        foreach (var schema in Part("components", "schemas").EnumerateObject())
        {
            Assert.Equal(
                "https://json-schema.org/draft/2020-12/schema", schema.Value.GetProperty("$schema").GetString());
            Assert.Equal($"urn:kinerja:event:{schema.Name}", schema.Value.GetProperty("$id").GetString());
            Assert.NotEmpty(schema.Value.GetProperty("examples").EnumerateArray());
            Assert.Empty(schema.Value.GetProperty("examples").EnumerateArray()
                .SelectMany(example => new DocumentSchemas(schema.Value).Faults(schema.Value, example, schema.Name)));
        }
    }

    [Fact]
    public void Every_message_leads_to_its_schema_and_shows_its_example()
    {
        foreach (var message in Part("components", "messages").EnumerateObject())
        {
            Assert.Equal(
                $"#/components/schemas/{message.Name}",
                message.Value.GetProperty("payload").GetProperty("$ref").GetString());
            Assert.Single(message.Value.GetProperty("examples").EnumerateArray());
        }
    }

    [Fact]
    public void Every_outcome_tells_period_agency_and_how_final_it_is()
    {
        foreach (var schema in Part("components", "schemas").EnumerateObject()
            .Where(s => !s.Name.Contains("ranking", StringComparison.Ordinal)))
        {
            var required = schema.Value.GetProperty("required").EnumerateArray().Select(r => r.GetString()).ToList();
            Assert.Superset(new HashSet<string?> { "agencyId", "period", "finality" }, required.ToHashSet());
            Assert.True(required.Contains("version") || required.Contains("revision"), schema.Name);
        }
    }

    private static JsonElement Part(params string[] path) =>
        path.Aggregate(Document, (part, name) => part.GetProperty(name));
}
