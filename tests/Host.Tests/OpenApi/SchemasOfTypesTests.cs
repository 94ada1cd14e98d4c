using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>Objects have their schemas from the app's types; what has not is named here.</summary>
public sealed class SchemasOfTypesTests
{
    private static readonly (string Reason, string[] Schemas)[] Typed =
    [
        ("GeoJSON has its own reader and writer",
            [
                "Geofence", "GeofenceCollection", "GeofenceFeature", "GeofenceProperties", "MultiPolygon", "Polygon",
                "WeeklyWindow",
            ]),
        ("a ranking is answered byte for byte as it was published",
            ["LeftOutPage", "RankingLine", "RankingManifest", "RankingPage"]),
        ("a document is either by the shipped one or its own",
            ["AllowanceTable", "DeductionScheme", "ShippedAllowanceTable", "ShippedDeductionScheme"]),
        ("two members, beside the function that answers them", ["Health"]),
    ];

    [Fact]
    public void Every_object_has_its_schema_from_a_type_or_a_reason_why_not()
    {
        var typed = WordFiles.OfOperations().All("schemas")
            .Where(schema => schema.Value["of"] is null && schema.Value["properties"] is not null)
            .Select(schema => schema.Key);

        Assert.Equal(Typed.SelectMany(t => t.Schemas).Order(StringComparer.Ordinal), typed);
    }

    [Theory]
    [InlineData(
        """{"of":"PostRequest","required":["id"]}""",
        """
        {"type":"object","properties":{"id":{"type":"string"},"name":{"type":"string"},
        "category":{"type":"string"},"flexibleWork":{"type":"boolean"},"from":{"type":"string"},
        "class":{"type":"integer"}},
        "additionalProperties":false,"required":["id"]}
        """)]
    [InlineData(
        """{"of":"SeenRequest"}""",
        """
        {"type":"object","properties":{"ids":{"type":"array","items":{"type":"string"}}},
        "additionalProperties":false}
        """)]
    [InlineData(
        """{"of":"UpsertResponse","properties":{"written":"How many."}}""",
        """
        {"type":"object","properties":{"written":{"type":"integer","description":"How many."}},
        "required":["written"],"additionalProperties":false}
        """)]
    [InlineData(
        """{"of":"UpsertResponse","properties":{"written":{"minimum":1}},"description":"All.","required":[]}""",
        """
        {"type":"object","properties":{"written":{"type":"integer","minimum":1}},
        "additionalProperties":false,"description":"All."}
        """)]
    [InlineData(
        """{"of":"UpsertResponse","properties":{"written":{"$ref":"Count"}}}""",
        """
        {"type":"object","properties":{"written":{"$ref":"#/components/schemas/Count"}},
        "required":["written"],"additionalProperties":false}
        """)]
    [InlineData(
        """{"type":"string","enum":"TopShare"}""",
        """{"type":"string","enum":["out","in","tiedAtCap","excludedFromReward"]}""")]
    public void A_type_tells_its_members_and_the_file_the_rest(string schema, string whole) => Assert.Equal(
        JsonNode.Parse(whole)!,
        References.Schema(new TypeSchemas([]).Whole(JsonNode.Parse(schema)!)),
        JsonNode.DeepEquals);

    [Fact]
    public void A_member_whose_type_has_a_schema_of_its_own_refers_to_it()
    {
        var types = new TypeSchemas([new("Post", JsonNode.Parse("""{"of":"PostRequest"}""")!)]);

        var list = types.Whole(JsonNode.Parse("""{"of":"PostsRequest"}""")!);

        Assert.Equal("Post", (string?)list["properties"]!["posts"]!["items"]!["$ref"]);
    }

    [Theory]
    [InlineData("""{"of":"UpsertResponse","properties":{"writen":"Misspelt."}}""")]
    [InlineData("""{"of":"UpsertResponse","properties":{"written":{"type":"string"}}}""")]
    [InlineData("""{"of":"PostRequest","properties":{"flexibleWork":{"type":["integer","null"]}}}""")]
    public void What_the_type_does_not_know_is_a_fault(string schema) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => new TypeSchemas([]).Whole(JsonNode.Parse(schema)!));

    [Theory]
    [InlineData("""{"of":"NobodyResponse"}""")]
    [InlineData("""{"type":"string","enum":"Nobody"}""")]
    public void A_name_that_is_no_type_is_a_fault(string schema) => Assert.Throws<InvalidOperationException>(
        () => References.Schema(new TypeSchemas([]).Whole(JsonNode.Parse(schema)!)));
}
