using Kinerja.Host.Http;
using Kinerja.Host.Tests.OpenApi;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>
/// Walks every operation of the document with tokens that may not: none answers, none tells, none writes.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class AgencyWallTests(CloudFixture cloud, FilledAgency filled) : IClassFixture<FilledAgency>
{
    private const string Urn = "urn:kinerja:problem:";

    private static readonly ApiDocument Document = ApiDocument.Embedded;

    private static readonly IReadOnlyList<Operation> Closed = [.. Document.Operations.Where(o => o.Scope is not null)];

    [Fact]
    public async Task Another_agencys_token_opens_nothing_anywhere()
    {
        var (agency, before) = (filled.Id, await StoredRows.OfAsync(cloud, filled.Id));
        Assert.NotEmpty(before);
        var stranger = cloud.ApiOf("penyusup");

        // What runs the platform belongs to no agency and shows nobody's data; what the nation sees, all agencies.
        foreach (var call in Closed.Where(o => o.Scope != Scopes.Operations && !IsNational(o))
            .Select(o => new ExampleCall(o, agency)))
        {
            var answer = await call.SendAsync(stranger, call.Body);

            if (call.Operation.Id == "PostCheckInBatch")
            {
                Assert.All(
                    answer.Json!["items"]!.AsArray(),
                    item => Assert.Equal(Urn + "wrong-agency", (string?)item!["problem"]!["type"]));
                continue;
            }

            // Where no agency is named, the caller's own is meant, and the person is not there.
            var named = Document.ProblemsOf(call.Operation, 403).Contains(Urn + "wrong-agency");
            var nobody = call.Operation.Id is "PostIntake" or "GetEventSources" ? "unknown-agency" : "unknown-employee";
            Refused.Check(answer, call.Path, named ? 403 : 404, named ? "wrong-agency" : nobody);
            Assert.DoesNotContain("Balai Kota", answer.Json!.ToJsonString());
            Assert.DoesNotContain("Warga", answer.Json!.ToJsonString());
        }

        Assert.Equal(before, await StoredRows.OfAsync(cloud, agency));
        Assert.Empty(await StoredRows.OfAsync(cloud, "penyusup"));
    }

    [Fact]
    public async Task Without_its_scope_no_operation_opens_whatever_the_body()
    {
        var (agency, before) = (filled.Id, await StoredRows.OfAsync(cloud, filled.Id));
        Assert.NotEmpty(before);
        var bare = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency, []));
        var scopes = Closed.Select(o => o.Scope!).Distinct().ToList();

        foreach (var call in Closed.Select(o => new ExampleCall(o, agency)))
        {
            var others = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency, scopes.Except([call.Operation.Scope!])));

            Refused.Check(await call.SendAsync(bare, call.Body), call.Path, 403, "missing-scope");
            Refused.Check(await call.SendAsync(others, call.Body), call.Path, 403, "missing-scope");
            Refused.Check(
                await call.SendAsync(others, call.Body is null ? null : "no JSON"), call.Path, 403, "missing-scope");
        }

        Assert.Equal(before, await StoredRows.OfAsync(cloud, agency));
    }

    [Fact]
    public async Task Its_one_scope_is_enough_for_every_operation()
    {
        var agency = await FilledAgency.OfItsOwnAsync(cloud);
        foreach (var call in Closed.Select(o => new ExampleCall(o, agency)))
        {
            // An import also needs the scope of what it writes, an app that reads who gave what the auditor's.
            string[] scopes = call.Operation.Scope == Scopes.ImportsWrite ? [Scopes.ImportsWrite, Scopes.RegisterWrite]
                : call.Operation.Id == "GetGivenFeedback" ? [Scopes.FeedbackWrite, Scopes.FeedbackAudit]
                : [call.Operation.Scope!];
            var answer = await call.SendAsync(
                cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency, scopes)), call.Body);

            Assert.True(answer.Status is not (401 or 403), $"{call.Path}: {answer.Status} {answer.Json}");
        }
    }

    [Fact]
    public async Task Without_a_token_nothing_but_the_open_operations_answers()
    {
        var (agency, before) = (filled.Id, await StoredRows.OfAsync(cloud, filled.Id));
        Assert.NotEmpty(before);
        var nobody = cloud.ApiWith(null);

        foreach (var call in Closed.Select(o => new ExampleCall(o, agency)))
        {
            Refused.Check(await call.SendAsync(nobody, call.Body), call.Path, 401, "unauthenticated");
        }

        Assert.Equal(
            ["AsyncApi", "GetReceiptKeys", "Health", "OpenApi"],
            Document.Operations.Except(Closed).Select(o => o.Id).Order());
        Assert.Equal(200, (await nobody.GetAsync("/api/health")).Status);
        Assert.Equal(before, await StoredRows.OfAsync(cloud, agency));
    }

    /// <summary>What the nation gives holds for every agency, so that every agency may read it.</summary>
    private static bool IsNational(Operation operation) =>
        operation.Path.StartsWith("/v1/national/", StringComparison.Ordinal);
}
