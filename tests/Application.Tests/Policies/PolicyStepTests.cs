using System.Text.Json;
using Kinerja.Application.Policies;
using Kinerja.Application.Tests.Json;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using NodaTime;

namespace Kinerja.Application.Tests.Policies;

public sealed class PolicyStepTests
{
    private static readonly LocalDate From = new(2026, 4, 1);

    private readonly World _world = new();

    [Fact]
    public async Task Each_change_is_a_version_and_none_is_lost()
    {
        Assert.Equal(1, (await PutAsync("07:30")).Value.Version);
        Assert.Equal(2, (await PutAsync("08:00")).Value.Version);
        Assert.Equal(2, (await FindAsync()).Value.Version);
        Assert.Contains("07:30", Text((await FindAsync(1)).Value), StringComparison.Ordinal);
        Assert.Equal(
            2, (await _world.ReadPolicies.ListAsync(Some.AgencyId, PolicyKinds.WorkingTime, default)).Value.Count);
    }

    [Fact]
    public async Task The_same_content_again_adds_no_version()
    {
        await PutAsync("07:30");
        var again = await _world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.WorkingTime, From, null,
            Json(Body("07:30").Replace(":", " : ", StringComparison.Ordinal)
                .Replace("07 : 30", "07:30", StringComparison.Ordinal).Replace(
                    "16 : 00", "16:00", StringComparison.Ordinal)), default);
        Assert.Equal(1, again.Value.Version);
        Assert.Single(_world.Policies.Rows);
    }

    [Fact]
    public async Task A_document_for_past_days_marks_every_month_since_and_one_for_days_to_come_none()
    {
        await PutAsync("07:30");
        Assert.Empty(_world.Dirty.Rows);
        _world.Clock.MoveTo(Some.At("2026-06-10T00:00:00Z"));
        await PutAsync("08:00");
        Assert.Equal(
            [new YearMonth(2026, 4), new YearMonth(2026, 5), new YearMonth(2026, 6)],
            _world.Dirty.Rows.Keys.Select(k => k.Month).Distinct().Order());
    }

    [Theory]
    [InlineData("working-time", true)]
    [InlineData("calendar", true)]
    [InlineData("flexible-work", true)]
    [InlineData("check-in", false)]
    [InlineData("deduction", false)]
    public void Only_kinds_that_a_month_is_folded_by_have_months_folded_again(string kind, bool shapes) =>
        Assert.Equal(shapes, PolicyKinds.Find(kind).Value.ShapesMonths);

    [Fact]
    public async Task A_scheme_of_deductions_for_past_days_marks_no_month()
    {
        _world.Clock.MoveTo(Some.At("2026-06-10T00:00:00Z"));
        var put = await _world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.Deduction, From, null, Json("""{"shipped":"deduction-bgn-4-2025"}"""), default);
        Assert.Equal(1, put.Value.Version);
        Assert.Empty(_world.Dirty.Rows);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Another_version_than_the_newest_is_stale(int expected)
    {
        await PutAsync("07:30");
        Refused.Is(RefusalCodes.StaleVersion, await PutAsync("08:00", expected));
        Assert.Single(_world.Policies.Rows);
    }

    [Fact]
    public async Task Bug_a_repeat_whose_first_answer_was_lost_gets_the_standing_document_whatever_If_Match_says()
    {
        await PutAsync("07:30");
        await PutAsync("08:00", 1);
        Assert.Equal(2, (await PutAsync("08:00", 1)).Value.Version);
    }

    [Fact]
    public async Task Of_two_writers_at_once_one_is_told()
    {
        await PutAsync("07:30");
        _world.Policies.FasterWriter = () => PutAsync("08:00").GetAwaiter().GetResult();
        Refused.Is(RefusalCodes.StaleVersion, await PutAsync("09:00"));
        Assert.Contains("08:00", Text((await FindAsync()).Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invalid_document_is_refused_whole_and_nothing_is_stored()
    {
        var result = await _world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.WorkingTime, From, null,
            Json("""{"everybody":{"scheme":"fixed","week":[{"days":["monday"]}]}}"""), default);
        Refused.At(result, "/everybody/week/0/start", "/everybody/week/0/end");
        Assert.Empty(_world.Policies.Rows);
    }

    [Fact]
    public async Task An_unknown_agency_has_no_policies() =>
        Refused.Is(RefusalCodes.UnknownAgency, await _world.PublishPolicy.ExecuteAsync(
            Some.ActorOf(Some.OtherAgencyId), PolicyKinds.WorkingTime, From, null, Json(Body("07:30")), default));

    [Fact]
    public async Task What_was_never_written_is_not_found()
    {
        Refused.Is(RefusalCodes.UnknownPolicy, await FindAsync());
        await PutAsync("07:30");
        Refused.Is(RefusalCodes.UnknownPolicy, await FindAsync(2));
    }

    [Fact]
    public async Task The_register_knows_the_shipped_hours_until_the_document_begins()
    {
        Assert.Equal(WorkingTimePolicy.Shipped.Version, (await BookAsync()).On(From).Version);
        await PutAsync("09:15");
        var book = await BookAsync();
        Assert.Equal(WorkingTimePolicy.Shipped.Version, book.On(From.PlusDays(-1)).Version);
        Assert.Equal("working-time-2026-04-01.1", book.On(From).Version);
        Assert.Equal(new LocalTime(9, 15), book.On(From).For(Some.UnitId).HoursOn(From)!.Value.Start);
    }

    [Fact]
    public void The_shipped_hours_written_as_a_document_mean_the_same()
    {
        var body = Json(BodyReading.Good["working-time"]);
        var read = PolicyKinds.WorkingTime.Read(body, From, "v", ShippedFiles.Policies).Value;
        for (var day = new LocalDate(2026, 4, 1); day < new LocalDate(2026, 5, 1); day = day.PlusDays(1))
        {
            Assert.Equal(Year2026.Hours.HoursOn(day), read.Everybody.HoursOn(day));
        }

        Assert.Equal(
            3, new[] { "igd", "litbang", "tu" }.Select(u => read.For(UnitId.Parse(u).Value)).Distinct().Count());
    }

    [Fact]
    public async Task A_document_is_stored_complete_as_shipped_for_its_first_day()
    {
        var put = await RankAsync("""{"topPercent":10}""");
        Assert.Equal(
            """
            {"topPercent":10,"topFloor":"good","minimumCohort":5,"excludeDisciplineInProcess":true,
            "excludeDisciplineServing":true,"newStaffMonths":12,"perUnit":false}
            """.Replace("\n", "", StringComparison.Ordinal),
            Text(put));
        Assert.Equal(1, (await RankAsync(Text(put))).Version);
        Assert.Equal(1, (await RankAsync("""{"perUnit":false,"topPercent":10}""")).Version);
    }

    [Fact]
    public async Task What_is_shipped_later_neither_changes_a_document_nor_goes_before_it()
    {
        var put = await RankAsync("""{"topPercent":10}""");
        var next = Edited("topFloor", "veryGood");
        _world.Ship(new ShippedPolicy("ranking", "ranking-2099.1", ShippedUse.Holds, From.PlusDays(1), next));
        Assert.Equal(1, (await RankAsync("""{"topPercent":10}""")).Version);
        var timeline = await _world.AgencyDirectory.PoliciesOfAsync(Some.AgencyId, PolicyKinds.Ranking, default);
        var holding = timeline.On(From.PlusYears(1));
        Assert.Equal((put.Name, Predicate.Good), (holding.Version, holding.TopFloor));

        var later = await RankAsync("""{"topPercent":10}""", From.PlusDays(1));
        Assert.Contains("\"topFloor\":\"veryGood\"", Text(later), StringComparison.Ordinal);
        Assert.Equal(1, (await RankAsync("""{"topPercent":10}""")).Version);
    }

    [Fact]
    public async Task A_named_scheme_and_a_named_table_are_stored_with_what_they_say()
    {
        var scheme = await StoreAsync(PolicyKinds.Deduction, """{"shipped":"deduction-day-cap"}""");
        Assert.Equal(Shipped("deduction-day-cap"), Text(scheme));
        var table = await StoreAsync(PolicyKinds.Allowance, """{"shipped":"allowance-lhk-6-2024"}""");
        Assert.Equal(Shipped("allowance-lhk-6-2024"), Text(table));
        Assert.Equal(1, (await StoreAsync(PolicyKinds.Allowance, Text(table))).Version);
    }

    [Fact]
    public async Task Figures_of_credit_points_keep_their_source_only_where_they_are_as_shipped()
    {
        var put = await StoreAsync(
            PolicyKinds.FollowUp,
            """
            {"creditPoints":{"coefficients":[{"level":"mahir","perYear":12.5},
             {"level":"pemula","perYear":3.75,"source":"confirmed"},{"level":"terampil","perYear":6,"source":"confirmed"}]}}
            """);
        var credits = PolicyKinds.FollowUp.ReadStored(put).Credits.Coefficients;
        Assert.Equal(new(12.5m, FigureSource.Agency), credits[FunctionalLevel.Mahir]);
        Assert.Equal(new(3.75m, FigureSource.Confirmed), credits[FunctionalLevel.Pemula]);
        Assert.Equal(new(6, FigureSource.Agency), credits[FunctionalLevel.Terampil]);
        Assert.Equal(new(50, FigureSource.Unconfirmed), credits[FunctionalLevel.AhliUtama]);
        Assert.Equal(FigureSource.Unconfirmed, PolicyKinds.FollowUp.ReadStored(put).Talent.BoxSource);
        Assert.Equal(1, (await StoreAsync(PolicyKinds.FollowUp, Text(put))).Version);
        Refused.At(
            await _world.PublishPolicy.ExecuteAsync(
                Some.Actor,
                PolicyKinds.FollowUp,
                From,
                null,
                Json("""{"creditPoints":{"coefficients":[{"level":"mahir","perYear":1,"source":"guessed"}]}}"""),
                default),
            "/creditPoints/coefficients/0/source");
    }

    /// <summary>
    /// A part that is given lacks what it does not grant; only a part that is left out is as shipped.
    /// </summary>
    [Fact]
    public async Task Of_what_a_grant_gives_only_the_months_are_filled()
    {
        var put = await StoreAsync(PolicyKinds.FollowUp, """{"grants":{"daysPerWeek":2}}""");
        Assert.Equal(new GrantTerms(2, null, 3), PolicyKinds.FollowUp.ReadStored(put).Grants);
    }

    [Fact]
    public async Task Without_a_document_flexible_work_is_not_adopted_though_a_template_is_shipped()
    {
        var before = await _world.AgencyDirectory.PoliciesOfAsync(Some.AgencyId, PolicyKinds.FlexibleWork, default);
        Assert.Empty(before.Documents);
        Assert.Equal(Shipped("flexible-work-template-2026.1"), Text(await StoreAsync(PolicyKinds.FlexibleWork, "{}")));
    }

    private Task<PolicyDocument> RankAsync(string json, LocalDate? from = null) =>
        StoreAsync(PolicyKinds.Ranking, json, from);

    private async Task<PolicyDocument> StoreAsync(PolicyKind kind, string json, LocalDate? from = null) =>
        (await _world.PublishPolicy.ExecuteAsync(Some.Actor, kind, from ?? From, null, Json(json), default)).Value;

    private string Shipped(string name) =>
        System.Text.Encoding.UTF8.GetString(_world.Shipped.All.Single(p => p.Name == name).Json.Span);

    private byte[] Edited(string member, string value)
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse(Shipped("ranking-2026.1"))!.AsObject();
        body[member] = value;
        return System.Text.Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private Task<Result<PolicyDocument>> PutAsync(string start, int? expected = null) =>
        _world.PublishPolicy.ExecuteAsync(
        Some.Actor, PolicyKinds.WorkingTime, From, Some.Standing(expected), Json(Body(start)), default);

    private Task<Result<PolicyDocument>> FindAsync(int? version = null) =>
        _world.ReadPolicies.FindAsync(Some.AgencyId, PolicyKinds.WorkingTime, From, version, default);

    private Task<Domain.Policies.PolicyTimeline<WorkingTimePolicy>> BookAsync() =>
        _world.AgencyDirectory.PoliciesOfAsync(Some.AgencyId, PolicyKinds.WorkingTime, default);

    private static string Body(string start) =>
        $$$"""{"everybody":{"scheme":"fixed","week":[{"days":["monday","wednesday"],"start":"{{{start}}}","end":"16:00"}]}}""";

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();

    private static string Text(PolicyDocument document) => System.Text.Encoding.UTF8.GetString(document.Json.Span);
}
