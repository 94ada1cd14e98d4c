using System.Text.Json;
using Kinerja.Host.Tests.OpenApi;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>Walks every operation of the document that names an agency or a person: nobody is a 404.</summary>
[Collection(nameof(CloudFixture))]
public sealed class NobodyTests(CloudFixture cloud)
{
    private const string Unknown = "urn:kinerja:problem:unknown-";

    private static readonly ApiDocument Document = ApiDocument.Embedded;

    [Fact]
    public async Task An_agency_that_is_not_registered_is_answered_404_by_every_operation()
    {
        const string Nobody = "instansi-kosong";
        var wrong = new List<string>();
        foreach (var operation in Document.Operations.Where(o => o.Id != "PutAgency" && Names(o, "{agency}")))
        {
            var call = new ExampleCall(operation, Nobody);
            Note(wrong, operation, await call.SendAsync(cloud.ApiOf(Nobody), call.Body));
        }

        Assert.Empty(wrong);
        Assert.Empty(await StoredRows.OfAsync(cloud, Nobody));
    }

    [Fact]
    public async Task A_person_who_is_not_registered_is_answered_404_by_every_operation()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var before = await StoredRows.OfAsync(cloud, agency.Id);
        var wrong = new List<string>();
        foreach (var operation in Document.Operations
            .Where(o => Names(o, "{employee}") || Names(o, "{rater}") || Names(o, "{unit}")))
        {
            // The people and units of the document's examples are not this agency's.
            var call = new ExampleCall(operation, agency.Id);
            Note(wrong, operation, await call.SendAsync(agency.Api, call.Body));
        }

        Assert.Empty(wrong);
        Assert.Equal(before, await StoredRows.OfAsync(cloud, agency.Id));
    }

    [Fact]
    public async Task A_list_is_not_empty_but_404_when_nobody_is_who_it_is_asked_of()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var wrong = new List<string>();
        foreach (var operation in Document.Operations.Where(o => Names(o, "{agency}")))
        {
            foreach (var name in operation.Parameters.Where(AsksOfOne).Select(p => p.GetProperty("name").GetString()))
            {
                var call = new ExampleCall(operation, agency.Id);
                var target = call.Target.Split('?');
                var query = target.Skip(1).SelectMany(q => q.Split('&'))
                    .Where(pair => !pair.StartsWith($"{name}=", StringComparison.Ordinal))
                    .Append($"{name}=bukan-siapa");
                Note(wrong, operation, await agency.Api.GetAsync($"{target[0]}?{string.Join('&', query)}"));
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>A cursor is where a page begins, whoever stands there.</summary>
    private static bool AsksOfOne(JsonElement parameter) =>
        parameter.GetProperty("in").GetString() == "query"
        && parameter.GetProperty("name").GetString() != "cursor"
        && parameter.GetProperty("schema").TryGetProperty("$ref", out var schema)
        && schema.GetString()!.Split('/')[^1] is "EmployeeId" or "UnitId";

    private static bool Names(Operation operation, string part) => operation.Path.Split('/').Contains(part);

    private static void Note(List<string> wrong, Operation operation, Answer answer)
    {
        if (answer.Status != 404 || answer.ProblemType?.StartsWith(Unknown, StringComparison.Ordinal) != true)
        {
            wrong.Add($"{operation.Id}: {answer.Status} {answer.ProblemType}");
        }
    }
}
