using System.Text.Json;

namespace Kinerja.Host.Tests.OpenApi;

public sealed class JsonSchemaTests
{
    private const string Document = """
        {"components":{"schemas":{
          "Name":{"type":"string","pattern":"^[a-z]+$","maxLength":5},
          "Person":{"type":"object","required":["name"],"additionalProperties":false,
            "properties":{"name":{"$ref":"#/components/schemas/Name"},"age":{"type":"integer","minimum":0,"maximum":150}}}}}}
        """;

    [Theory]
    [InlineData("""{"$ref":"#/components/schemas/Person"}""", """{"name":"sari","age":36}""", "")]
    [InlineData("""{"$ref":"#/components/schemas/Person"}""", """{"name":"sari","nip":"1"}""", "/nip is not documented")]
    [InlineData("""{"$ref":"#/components/schemas/Person"}""", """{"age":-1}""", "/name is missing;/age is too small")]
    [InlineData("""{"$ref":"#/components/schemas/Person"}""", """{"name":"Sari-1","age":1.5}""", "/name does not fit the pattern;/name is too long;/age is no \"integer\"")]
    [InlineData("""{"$ref":"#/components/schemas/Person","properties":{"name":{"enum":["budi"]}}}""", """{"name":"sari"}""", "/name is none of the enum")]
    [InlineData("""{"type":["string","null"]}""", "null", "")]
    [InlineData("""{"type":["string","null"]}""", "1", " is no [\"string\",\"null\"]")]
    [InlineData("""{"type":"array","minItems":2,"items":{"type":"boolean"}}""", "[1]", "/0 is no \"boolean\"; has too few items")]
    [InlineData("""{"oneOf":[{"$ref":"#/components/schemas/Name"},{"type":"null"}]}""", "null", "")]
    [InlineData("""{"oneOf":[{"type":"number"},{"type":"integer"}]}""", "1", " fits not exactly one choice: ")]
    [InlineData("""{"enum":[1,null]}""", "null", "")]
    public void A_value_is_held_against_every_keyword(string schema, string value, string faults)
    {
        var validator = new JsonSchema(JsonDocument.Parse(Document).RootElement);

        var found = validator.Faults(JsonDocument.Parse(schema).RootElement, JsonDocument.Parse(value).RootElement);

        Assert.Equal(faults.Split(';', StringSplitOptions.RemoveEmptyEntries).Order(), found.Order());
    }

    [Fact]
    public void A_keyword_that_the_validator_does_not_know_is_no_silent_pass()
    {
        var json = JsonDocument.Parse("""{"uniqueItems":true}""").RootElement;

        Assert.Throws<NotSupportedException>(() => new JsonSchema(json).Faults(json, json).ToList());
        Assert.NotEmpty(SchemaForm.Faults(json, ""));
    }
}
