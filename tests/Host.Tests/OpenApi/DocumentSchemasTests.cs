using System.Text.Json;
using Json.Schema;

namespace Kinerja.Host.Tests.OpenApi;

public sealed class DocumentSchemasTests
{
    private const string Document = """
        {"components":{"schemas":{
          "Name":{"type":"string","pattern":"^[a-z]+$","maxLength":5},
          "Tree":{"type":"object","properties":{"leaves":{"type":"array","items":{"$ref":"#/components/schemas/Tree"}}},"additionalProperties":false},
          "Person":{"type":"object","required":["name"],"additionalProperties":false,
            "properties":{"name":{"$ref":"#/components/schemas/Name"},"age":{"type":"integer","minimum":0,"maximum":150}}}}}}
        """;

    [Theory]
    [InlineData("""{"$ref":"#/components/schemas/Person"}""", """{"name":"sari","age":36}""", "")]
    [InlineData(
        """{"$ref":"#/components/schemas/Person"}""",
        """{"name":"sari","nip":"1"}""",
        "/nip /$ref/additionalProperties")]
    [InlineData(
        """{"$ref":"#/components/schemas/Person"}""",
        """{"age":-1}""",
        " /$ref/required;/age /$ref/properties/age/minimum")]
    [InlineData("""{"$ref":"#/components/schemas/Person"}""", """{"name":"Sari-1","age":1.5}""",
        "/name /$ref/properties/name/$ref/pattern;/name /$ref/properties/name/$ref/maxLength;/age /$ref/properties/age/type")]
    [InlineData(
        """{"$ref":"#/components/schemas/Person","properties":{"name":{"enum":["budi"]}}}""",
        """{"name":"sari"}""",
        "/name /properties/name/enum")]
    [InlineData("""{"$ref":"#/components/schemas/Tree"}""", """{"leaves":[{"leaves":[{}]},{"leaves":[{"x":1}]}]}""",
        "/leaves/1/leaves/0/x additionalProperties")]
    [InlineData("""{"type":["string","null"]}""", "null", "")]
    [InlineData("""{"type":["string","null"]}""", "1", " /type")]
    [InlineData("""{"type":"array","minItems":2,"items":{"type":"boolean"}}""", "[1]", " /minItems;/0 /items/type")]
    [InlineData("""{"oneOf":[{"$ref":"#/components/schemas/Name"},{"type":"null"}]}""", "null", "")]
    [InlineData(
        """{"oneOf":[{"$ref":"#/components/schemas/Name"},{"type":"null"}]}""",
        "1",
        " /oneOf/0/$ref/type; /oneOf/1/type")]
    [InlineData("""{"oneOf":[{"type":"number"},{"type":"integer"}]}""", "1", " fits too many choices")]
    [InlineData("""{"minItems":2,"items":{"oneOf":[{"type":"number"},{"type":"null"}]}}""", "[1]", " /minItems")]
    [InlineData("""{"enum":[1,null]}""", "null", "")]
    [InlineData("""{"type":"array","uniqueItems":true}""", "[1,1]", " /uniqueItems")]
    public void A_fault_tells_the_place_in_the_value_and_the_rule_in_the_schema(
        string schema, string value, string faults)
    {
        var found = new DocumentSchemas(Json(Document)).Faults(Json(schema), Json(value), "at:").ToList();

        var expected = faults.Split(';', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Length, found.Count);
        Assert.All(expected, fault => Assert.Single(found, one =>
            one.StartsWith($"at:{fault.Split(' ')[0]} ", StringComparison.Ordinal)
                && one.Contains(fault[(fault.IndexOf(' ') + 1)..], StringComparison.Ordinal)));
    }

    /// <summary>
    /// Misspelt, beside a reference, deep inside, under the draft's own name; or known and never checked.
    /// </summary>
    [Theory]
    [InlineData("""{"requird":["name"]}""")]
    [InlineData("""{"$ref":"#/components/schemas/Person","closed":true}""")]
    [InlineData("""{"properties":{"a":{"items":{"maxLenght":5}}}}""")]
    [InlineData("""{"$schema":"https://json-schema.org/draft/2020-12/schema","requird":["name"]}""")]
    [InlineData("""{"type":"string","format":"date"}""")]
    [InlineData("""{"type":"string","contentEncoding":"base64"}""")]
    [InlineData("""{"type":"strng"}""")]
    public void A_rule_that_nobody_checks_is_no_silent_pass(string schema)
    {
        Assert.Throws<JsonSchemaException>(() => new DocumentSchemas(Json(Document)).Faults(Json(schema), Json("{}")));
        Assert.NotEmpty(SchemaForm.Faults(Json(schema), ""));
    }

    [Fact]
    public void A_reference_that_leads_nowhere_is_no_silent_pass()
    {
        var schemas = new DocumentSchemas(Json(Document));
        Assert.Throws<RefResolutionException>(
            () => schemas.Faults(Json("""{"$ref":"#/components/schemas/Nobody"}"""), Json("{}")));
        Assert.Throws<ArgumentException>(() => schemas.Resolve("#/components/schemas/Nobody"));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
