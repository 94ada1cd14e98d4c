using System.Collections.Concurrent;
using Kinerja.Host.Tests.OpenApi;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>
/// What an attacker would try on the operations of ordinary life, in an agency that has something of everything: every
/// answer is a problem that says what is wrong, nothing is stored, and nothing is a fault of ours.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class HostileTourTests(CloudFixture cloud, FilledAgency filled) : IClassFixture<FilledAgency>
{
    private const int AtOnce = 8;

    private static readonly ApiDocument Document = ApiDocument.Embedded;

    private static readonly string[] OrdinaryLife =
    [
        "PostCheckIn", "PutLeave", "PostCorrection", "PostCorrectionDecision", "PostShiftSwap", "PostShiftSwapDecision",
        "PutMoves", "PutDelegation", "PutSecondment", "PutOutage", "PutFlexibleDay", "PutEntitlement", "PostRevocation",
        "PostPresenceProof", "PostRulings", "PostRulingAnswer", "PostRulingObjection", "PostRulingObjectionDecision",
        "PostReviewDecision", "PutEmployees", "PutUnits", "PostRaterCorrection",
    ];

    /// <summary>In the place of any value of a path or a query; the last one, nothing, of a query alone.</summary>
    private static readonly string[] Texts =
    [
        "199009132025242014", "2026-02-30", "0000-00-00", "9999-12-31", "0001-01-01", "9999-12", "0001-01", "-1", "NaN",
        "1e3", "99999999999999999999", "%20", "a%27b", "%E2%80%AE", "%25", "zzz", "2026-01-05_sari-01_x", "p2",
        new('x', 300), "",
    ];

    private IEnumerable<ExampleCall> Calls => OrdinaryLife.Select(id => new ExampleCall(Document[id], filled.Id));

    [Fact]
    public async Task No_place_of_a_body_takes_what_it_must_not()
    {
        var hostile = Calls.SelectMany(HostileBody.Of).ToList();
        Assert.InRange(hostile.Count, 150, 500);
        await AllRefusedAsync(hostile);
    }

    [Fact]
    public Task A_member_that_stands_twice_is_named_at_any_depth() =>
        AllRefusedAsync([.. Calls.SelectMany(HostileBody.WithTwice)]);

    [Fact]
    public Task No_span_is_empty_backwards_or_a_century_long() =>
        AllRefusedAsync([.. Calls.SelectMany(HostileBody.WithSpans)]);

    [Fact]
    public Task An_id_that_was_used_takes_no_other_content() =>
        AllRefusedAsync([.. Calls.SelectMany(HostileBody.WithOtherContent)]);

    /// <summary>Somebody who is registered, but in another agency, is nobody here in whatever part.</summary>
    [Fact]
    public async Task No_member_takes_another_agencys_person_or_unit()
    {
        var other = await SmallAgency.RegisterAsync(cloud);
        await other.Api.PutAsync(
            $"/api/v1/agencies/{other.Id}/employees",
            """{"employees":[{"id":"orang-lain","unitId":"tu","kind":"pns"}]}""");
        // A register may name raters and heads who are yet to come.
        await AllRefusedAsync([.. Calls.Where(call => call.Operation.Id is not ("PutEmployees" or "PutUnits"))
            .SelectMany(call => HostileBody.WithStranger(call, "orang-lain"))]);
    }

    [Fact]
    public async Task A_token_of_somebody_else_does_nothing_in_anothers_name()
    {
        var before = await StoredRows.OfAsync(cloud, filled.Id);
        var scopes = Calls.Select(call => call.Operation.Scope!).Distinct();
        var stranger = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(filled.Id, scopes, person: "walikota-2"));
        var taken = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Calls, Many, async (call, _) =>
        {
            var answer = await call.SendAsync(stranger, call.Body);
            Note(taken, answer, call, "by a stranger");
        });
        Assert.True(taken.IsEmpty, string.Join('\n', taken.Order().Take(200)));
        Assert.Equal(before, await StoredRows.OfAsync(cloud, filled.Id));
    }

    /// <summary>Reads too: what a path or a query says may find nothing, but it never breaks anything.</summary>
    [Fact]
    public async Task No_value_of_a_path_or_a_query_is_a_fault_of_ours()
    {
        var words = new HashSet<string>
        {
            "presence", "leave", "corrections", "shift-swaps", "rulings", "outages", "reviews", "flexible-work",
            "inbox", "register",
        };
        var before = await StoredRows.OfAsync(cloud, filled.Id);
        var wrong = new ConcurrentBag<string>();
        var calls = Document.Operations
            .Where(o => words.Contains(o.Json.GetProperty("tags")[0].GetString()!))
            .SelectMany((o, i) => TargetsOf(o, i).Select(target => (Operation: o, Target: target))).ToList();
        Assert.InRange(calls.Count, 150, 500);
        await Parallel.ForEachAsync(calls, Many, async (call, _) =>
        {
            var (operation, target) = call;
            var answer = await cloud.ApiOf(filled.Id).SendAsync(
                new HttpMethod(operation.Method), target, new ExampleCall(operation, filled.Id).Body);
            var refused = answer.Status is >= 400 and < 500 && answer.ContentType == "application/problem+json";
            if (!refused && (operation.Method != "GET" || answer.Status is < 200 or >= 300))
            {
                wrong.Add($"{operation.Id} {target}: {answer.Status} {answer.Json}");
            }
        });
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order().Take(200)));
        Assert.Equal(before, await StoredRows.OfAsync(cloud, filled.Id));
    }

    private static ParallelOptions Many => new() { MaxDegreeOfParallelism = AtOnce };

    /// <summary>
    /// The operation's example with another value in the place of one of the path or the query. The id of an outage is
    /// its agency's to choose.
    /// </summary>
    private IEnumerable<string> TargetsOf(Operation operation, int turn)
    {
        var call = new ExampleCall(operation, filled.Id);
        var (template, parts) = (("/api" + operation.Path).Split('/'), call.Path.Split('/'));
        foreach (var i in Enumerable.Range(0, parts.Length).Where(
            i => template[i].StartsWith('{') && !(operation.Id.EndsWith("Outage", StringComparison.Ordinal)
                && template[i] == "{id}")))
        {
            foreach (var text in HostileBody.InTurn(Texts[..^1], turn + i, 2).Append("contoh-1"))
            {
                yield return string.Join('/', parts.Select((part, at) => at == i ? text : part))
                    + call.Target[call.Path.Length..];
            }
        }

        foreach (var name in operation.Parameters.Where(p => p.GetProperty("in").GetString() == "query")
            .Select(p => p.GetProperty("name").GetString()))
        {
            var others = call.Target.Split('?').Skip(1).SelectMany(q => q.Split('&'))
                .Where(pair => !pair.StartsWith($"{name}=", StringComparison.Ordinal)).ToList();
            foreach (var text in HostileBody.InTurn(Texts, turn + name!.Length, 2))
            {
                yield return $"{call.Path}?{string.Join('&', others.Append($"{name}={text}"))}";
            }
        }
    }

    private async Task AllRefusedAsync(List<HostileCall> hostile)
    {
        Assert.NotEmpty(hostile);
        var before = await StoredRows.OfAsync(cloud, filled.Id);
        var taken = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(hostile, Many, async (one, _) =>
        {
            var answer = await one.Call.SendAsync(cloud.ApiOf(filled.Id), one.Body);
            Note(taken, answer, one.Call, $"{one.Pointer} {one.Value}");
        });
        Assert.True(taken.IsEmpty, string.Join('\n', taken.Order().Take(200)));
        Assert.Equal(before, await StoredRows.OfAsync(cloud, filled.Id));
    }

    /// <summary>
    /// Whatever is no problem between 400 and 499. A list whose items are judged one by one answers one for each that
    /// is wrong.
    /// </summary>
    private static void Note(ConcurrentBag<string> taken, Answer answer, ExampleCall call, string what)
    {
        var items = answer.Status is 200 or 207 ? answer.Json!["items"]?.AsArray() : null;
        var statuses = items is { Count: > 0 }
            ? items.Select(item => (int?)item!["problem"]?["status"] ?? 200).Where(one => one != 200).ToList()
            : answer.ContentType == "application/problem+json" && (string?)answer.Json!["instance"] == call.Path
            ? [answer.Status]
            : [0];
        var refused = statuses.Count > 0 && statuses.TrueForAll(one => one is >= 400 and < 500);
        if (!refused)
        {
            taken.Add($"{call.Operation.Id} {what}: {answer.Status} {answer.Json}");
        }
    }
}
