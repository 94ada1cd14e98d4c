using Kinerja.Application.Events;
using Kinerja.Application.FlexibleWork;
using Kinerja.Application.FollowUp;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Host.Tests.Refusals;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests.FollowUp;

/// <summary>
/// What is told of single outcomes, on the real tables and the real bus; and the document that says what is told.
/// </summary>
[Collection(nameof(TimerCloud))]
public sealed class FollowUpTests(CloudFixture cloud)
{
    private const string Grant =
        """{"kind":"flexiblePlace","from":"2026-02-01","to":"2026-05-01","daysPerWeek":1,"source":"ranking 2025-Q4","decidedById":"head-1"}""";
    private const string Revocation =
        """{"kind":"flexiblePlace","entitlementFrom":"2026-02-01","from":"2026-03-01","reason":"Pindah tugas."}""";

    [Fact]
    public async Task A_grant_and_its_revocation_are_told_and_leave_nothing_unsent()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);

        Assert.Equal(200, (await agency.Api.PutAsync("/api/v1/employees/budi/entitlements", Grant)).Status);
        Assert.Equal(
            200, (await agency.Api.PostAsync("/api/v1/employees/budi/entitlements/revocations", Revocation)).Status);

        var rows = await StoredRows.OfAsync(cloud, agency.Id);
        Assert.Contains(rows, row => row.StartsWith("Entitlements ", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains("unsent_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reward_is_granted_by_a_superior_or_whom_the_policy_names_never_by_whoever_asks()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        const string Budi = "/api/v1/employees/budi/entitlements";
        string By(string official) => Grant.Replace("head-1", official, StringComparison.Ordinal);

        var rival = await agency.Api.PutAsync(Budi, By("ani-1"));
        var own = await agency.Api.PutAsync(Budi, By("budi"));
        var nobody = await agency.Api.PutAsync(Budi, By("nobody"));
        var unnamed = await agency.Api.PutAsync(
            Budi, Grant.Replace(",\"decidedById\":\"head-1\"", "", StringComparison.Ordinal));
        var above = await agency.Api.PutAsync(Budi, By("chief"));
        await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/follow-up/2026-01-01",
            """{"grants":{"daysPerWeek":1,"deciderIds":["ani-1"]}}""");
        var superior = await agency.Api.PutAsync(Budi, By("head-1"));
        var named = await agency.Api.PutAsync(Budi, By("ani-1"));

        Assert.Equal((403, "urn:kinerja:problem:not-the-authority"), (rival.Status, rival.ProblemType));
        Assert.Equal((403, "urn:kinerja:problem:own-case"), (own.Status, own.ProblemType));
        Assert.Equal((404, "urn:kinerja:problem:unknown-employee"), (nobody.Status, nobody.ProblemType));
        Assert.Equal((400, "/decidedById"), (unnamed.Status, (string?)unnamed.Json!["errors"]![0]!["pointer"]));
        Assert.Equal((200, "chief"), (above.Status, (string?)above.Json!["decidedById"]));
        Assert.Equal((403, "urn:kinerja:problem:not-the-authority"), (superior.Status, superior.ProblemType));
        Assert.Equal((200, "ani-1"), (named.Status, (string?)named.Json!["decidedById"]));
    }

    /// <summary>A row that stands beside its event is found by the timer, sent, and taken away.</summary>
    [Fact]
    public async Task What_was_left_unsent_in_the_tables_is_sent_by_the_timer()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var id = AgencyId.Parse(agency.Id).Value;
        var news = new OutgoingEvent(
            $"{agency.Id}_test", Kinerja.Application.Events.EventTypes.GrantMade, id, new Quarter(2026, 1),
            NodaTime.Instant.FromUnixTimeSeconds(0), "{}"u8.ToArray());
        var entitlement = new Domain.FlexibleWork.Entitlement(
            EmployeeId.Parse("budi").Value, Domain.FlexibleWork.EntitlementKind.FlexiblePlace, new(2026, 2, 1),
            new(2026, 5, 1), null, 1, "uji", news.Time);
        await cloud.Services.GetRequiredService<IEntitlements>().PutAsync(id, entitlement, null, news, default);
        Assert.Contains(
            await StoredRows.OfAsync(cloud, agency.Id), row => row.Contains("unsent_", StringComparison.Ordinal));

        await cloud.Services.GetRequiredService<OutboxPublisher>().SendUnsentAsync(default);

        Assert.DoesNotContain(
            await StoredRows.OfAsync(cloud, agency.Id), row => row.Contains("unsent_", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1999")]
    [InlineData("3000")]
    public Task Bug_a_grant_in_a_year_without_quarters_is_refused(string year) =>
        Refused.WithNothingStoredAsync(cloud, agency => Refused.PutAsync(
        agency.Api, "/api/v1/employees/budi/entitlements", Grant.Replace(
            "\"2026-", $"\"{year}-", StringComparison.Ordinal), 400, "invalid-field", "/from"));

    [Fact]
    public async Task Bug_lines_that_somebody_else_added_meanwhile_are_no_failure()
    {
        var lists = cloud.Services.GetRequiredService<IGrantLists>();
        var (agency, budi) = (AgencyId.Parse("daftar-sekali").Value, EmployeeId.Parse("budi").Value);
        var list = new GrantList(
            agency, new Quarter(2026, 1), 1, new(2026, 5, 1), new(2026, 8, 1), FollowUpPolicy.Default.Grants, "uji",
            budi, NodaTime.Instant.FromUnixTimeSeconds(0));
        GrantLine[] lines = [new(budi, 1, GrantState.Proposed, [], null)];

        Assert.True(await lists.AddLinesAsync(list, lines, default));
        Assert.False(await lists.AddLinesAsync(list, lines, default));
        Assert.Single(await lists.ListLinesAsync(list, null, default).ToListAsync());
    }

    [Fact]
    public async Task Anybody_reads_which_events_there_are()
    {
        var answer = await cloud.ApiWith(null).GetAsync("/api/asyncapi.json");
        Assert.Equal((200, "3.0.0"), (answer.Status, (string?)answer.Json!["asyncapi"]));
        Assert.NotNull(answer.Json["components"]!["schemas"]!["id.go.kinerja.grant.made.v1"]);
    }
}
