using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kinerja.Domain;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// The document by itself and against the code: nothing promised that is not there, nothing there unsaid.
/// </summary>
public sealed partial class DocumentTests
{
    private static readonly ApiDocument Document = ApiDocument.Embedded;

    [Fact]
    public void The_document_is_well_formed() => Assert.Empty(DocumentForm.Faults(Document.Json));

    /// <summary>A client generator stops at the second one; a reader sees one of the two.</summary>
    [Theory]
    [InlineData("openapi.json")]
    [InlineData("asyncapi.json")]
    public void No_object_of_a_document_names_a_member_twice(string name)
    {
        using var document = typeof(KinerjaHost).Assembly.GetManifestResourceStream(name)!;

        using var json = JsonDocument.Parse(document, new JsonDocumentOptions { AllowDuplicateProperties = false });

        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
    }

    [Fact]
    public void Every_reference_leads_somewhere_and_every_component_is_used()
    {
        var used = Reference().Matches(Document.Json.GetRawText()).Select(m => m.Groups[1].Value).ToHashSet();
        var there = Document.Json.GetProperty("components").EnumerateObject()
            .Where(kind => kind.Name != "securitySchemes")
            .SelectMany(kind => kind.Value.EnumerateObject().Select(one => $"#/components/{kind.Name}/{one.Name}"));

        Assert.Equal(there.Order(), used.Order());
    }

    [Fact]
    public void Every_HTTP_function_is_an_operation_and_the_other_way_round() =>
        Assert.Equal(
            HttpFunctions.All.Values.Select(f => $"{f.Name} {f.Verb.ToUpperInvariant()} {f.Path}").Order(),
            Document.Operations.Select(o => $"{o.Id} {o.Method} {o.Path}").Order());

    [Fact]
    public void Every_refusal_code_is_a_documented_problem_and_some_operation_names_it()
    {
        var codes = typeof(RefusalCodes).GetFields().Select(f => "urn:kinerja:problem:" + f.GetRawConstantValue())
            .ToList();
        var named = Document.Operations.SelectMany(
            o => Enumerable.Range(400, 200).SelectMany(status => Document.ProblemsOf(o, status)));

        Assert.Equal(codes.Order(), Document.ProblemTypes.Order());
        // Where nothing is, no operation can say so.
        Assert.Equal(codes.Except(["urn:kinerja:problem:route-not-found"]).Order(), named.Distinct().Order());
    }

    [Fact]
    public void Every_body_has_an_example_and_a_limit()
    {
        var bodies = Document.Operations.Where(o => o.Json.TryGetProperty("requestBody", out _)).ToList();

        Assert.NotEmpty(bodies);
        Assert.All(bodies, o => Assert.NotNull(o.ExampleBody()));
        Assert.All(bodies, o => Assert.Contains("urn:kinerja:problem:body-too-large", Document.ProblemsOf(o, 413)));
    }

    /// <summary>Any of them may be called with a token that names a person, and each is shut to somebody.</summary>
    [Fact]
    public void Every_closed_operation_says_that_a_persons_token_may_be_refused() => Assert.Empty(
        Document.Operations.Where(o => o.Scope is not null)
            .Where(o => !Document.ProblemsOf(o, 403).Contains("urn:kinerja:problem:wrong-person")).Select(o => o.Id));

    [Fact]
    public void Every_scope_of_the_code_is_described_and_used()
    {
        const BindingFlags Constants = BindingFlags.NonPublic | BindingFlags.Static;
        var scopes = typeof(Http.Scopes).GetFields(Constants).Select(f => (string)f.GetRawConstantValue()!).ToList();
        var scheme = Document.Json.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer");

        Assert.Equal(scopes.Order(), Document.Operations.Select(o => o.Scope).OfType<string>().Distinct().Order());
        Assert.All(scopes, scope => Assert.Contains($"`{scope}`", scheme.GetProperty("description").GetString()));
    }

    [GeneratedRegex("\"\\$ref\": *\"([^\"]+)\"")]
    private static partial Regex Reference();
}
