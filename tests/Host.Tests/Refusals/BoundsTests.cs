using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Kinerja.Application.Policies;
using Kinerja.Host.Tests.OpenApi;
using Xunit.Sdk;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>
/// The bounds of bodies stand in the words' files by hand, and readers hold them. So each is tried: beyond it a body is
/// refused at that place.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class BoundsTests(CloudFixture cloud)
{
    private static readonly ApiDocument Document = ApiDocument.Embedded;
    private static readonly JsonNode Schemas =
        JsonNode.Parse(Document.Json.GetProperty("components").GetProperty("schemas").GetRawText())!;

    /// <summary>Takes the second of its features when the first is refused; PutGeofence has the same bounds.</summary>
    private const string Import = "ImportGeofences";

    /// <summary>What a rule holds, and only once the person or the questionnaire is found.</summary>
    private static readonly string[] HeldByRule = ["/answers/0/step", "/daysOff", "/daysPerWeek"];

    private static ParallelOptions Many => new() { MaxDegreeOfParallelism = 8 };

    /// <summary>An item of a batch is refused by itself; nothing is stored of that one either.</summary>
    [Fact]
    public Task Beyond_every_bound_of_a_body_it_is_refused_at_that_place() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var edges = Edges(agency.Id).ToList();
        Assert.InRange(edges.Count, 600, 3000);
        var taken = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(edges, Many, async (one, _) =>
        {
            var at = $"{one.Call.Target} {one.Edge.Path} {one.Edge.Bound}: ";
            try
            {
                var answer = await one.Call.SendAsync(agency.Api, one.Edge.In(one.Body));
                if (answer.Status is not (207 or 400 or 413)
                    || (answer.Status == 400 && !answer.Pointers.Any(p => IsAt(p, one.Edge.Path))))
                {
                    taken.Add($"{at}{answer.Status} {string.Join(' ', answer.Pointers)}");
                }
            }
            catch (XunitException undocumented)
            {
                taken.Add(at + undocumented.Message);
            }
        });
        Assert.True(taken.IsEmpty, string.Join('\n', taken.Order(StringComparer.Ordinal)));
    });

    /// <summary>A refusal may name what holds the place, or what is in it.</summary>
    private static bool IsAt(string? pointer, string path) => pointer is not null
        && (path.StartsWith(pointer, StringComparison.Ordinal) || pointer.StartsWith(path, StringComparison.Ordinal));

    private static IEnumerable<(ExampleCall Call, JsonNode Body, SchemaEdge Edge)> Edges(string agency)
    {
        var edges = new SchemaEdges(Schemas);
        return
            from body in Bodies(agency).Concat(Policies(agency))
            from edge in edges.Of(body.Schema, body.Example)
            where !HeldByRule.Contains(edge.Path)
            select (body.Call, body.Example, edge);
    }

    private static IEnumerable<(ExampleCall Call, JsonNode Schema, JsonNode Example)> Bodies(string agency) =>
        from operation in Document.Operations
        where operation.ExampleBody() is not null && operation.Id != Import
        let call = new ExampleCall(operation, agency)
        let contents = operation.Json.GetProperty("requestBody").GetProperty("content").EnumerateObject().ToList()
        where contents is [{ Name: "application/json" or "application/geo+json" }]
        let content = contents[0]
        select (call, JsonNode.Parse(content.Value.GetProperty("schema").GetRawText())!, JsonNode.Parse(call.Body!)!);

    /// <summary>Every kind, by the newest document that is shipped of it.</summary>
    private static IEnumerable<(ExampleCall Call, JsonNode Schema, JsonNode Example)> Policies(string agency) =>
        from shipped in ShippedFiles.Policies.All.GroupBy(policy => policy.Kind).Select(kind => kind.Last())
        select (
            new ExampleCall(Document["PutPolicy"], agency)
            {
                Target = $"/api/v1/agencies/{agency}/policies/{shipped.Kind}/2027-01-01",
            },
            Schemas[SchemaOf(shipped.Kind)]!,
            JsonNode.Parse(shipped.Json.Span)!);

    private static string SchemaOf(string kind) => kind switch
    {
        "calendar" => "Calendar",
        "deduction" => "DeductionScheme",
        "allowance" => "AllowanceTable",
        _ => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(kind).Replace("-", "", StringComparison.Ordinal)
            + "Policy",
    };
}
