using Kinerja.Application.Surveys;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Tests.Surveys;

/// <summary>The clock stands on Wednesday 4 February 2026 in Jakarta.</summary>
public sealed class ReadSurveysTests
{
    private static readonly LocalDate Wednesday = new(2026, 2, 4);

    private readonly World _world = new();

    [Fact]
    public async Task A_person_sees_what_is_open_of_the_agency_and_of_the_nation_what_ends_first_first()
    {
        _world.Add(Some.Employee());
        Write(Some.AgencyId, "akhir-bulan", Wednesday, new(2026, 2, 28));
        Write(Some.AgencyId, "besok", Wednesday.PlusDays(1), new(2026, 2, 28));
        Write(Some.AgencyId, "kemarin", new(2026, 2, 1), Wednesday.PlusDays(-1));
        Write(Some.AgencyId, "unit-lain", Wednesday, new(2026, 2, 28), unit: "lain");
        Write(Some.OtherAgencyId, "instansi-lain", Wednesday, new(2026, 2, 28));
        Write(DocumentOwner.Nation, "asn", Wednesday, new(2026, 2, 6));
        Write(DocumentOwner.Nation, "asn-lain", Wednesday, new(2026, 2, 6), agency: Some.OtherAgencyId);

        Assert.Equal(["asn True -", "akhir-bulan False -"], await LinesAsync());
    }

    [Fact]
    public async Task Of_what_was_answered_it_tells_the_last_time_and_of_nobody_else_s()
    {
        _world.Add(Some.Employee());
        _world.Add(Some.Employee("peg-0002"));
        Write(Some.AgencyId, "sama", Wednesday, new(2026, 2, 28));
        Write(DocumentOwner.Nation, "sama", Wednesday, new(2026, 2, 28));
        await AnswerAsync("peg-0002");
        Assert.Equal(["sama False -", "sama True -"], await LinesAsync());

        await AnswerAsync("peg-0001");
        _world.Clock.MoveTo(Some.At("2026-02-05T03:00:00Z"));
        await AnswerAsync("peg-0001");
        Assert.Equal(["sama False 2026-02-05T03:00:00Z", "sama True -"], await LinesAsync());
    }

    [Fact]
    public async Task One_of_the_nation_is_open_by_the_agency_s_own_day()
    {
        _world.Add(Some.Employee());
        Write(DocumentOwner.Nation, "asn", Wednesday.PlusDays(1), Wednesday.PlusDays(1));
        _world.Clock.MoveTo(Some.At("2026-02-04T16:59:00Z"));
        Assert.Empty(await LinesAsync());
        _world.Clock.MoveTo(Some.At("2026-02-04T17:00:00Z"));
        Assert.Equal(["asn True -"], await LinesAsync());
        _world.Clock.MoveTo(Some.At("2026-02-05T17:00:00Z"));
        Assert.Empty(await LinesAsync());
    }

    [Fact]
    public async Task Whoever_is_not_known_gets_no_list()
    {
        Refused.Is(
            RefusalCodes.UnknownEmployee,
            await _world.ReadSurveys.OpenToAsync(Some.AgencyId, Some.Person("peg-9999"), default));
        Refused.Is(
            RefusalCodes.UnknownEmployee,
            await _world.ReadSurveys.OpenToAsync(Some.OtherAgencyId, Some.Person(), default));
        Refused.Is(
            RefusalCodes.UnknownAgency, await _world.ReadSurveys.PageAsync(Some.OtherAgencyId, null, 100, default));
    }

    [Fact]
    public async Task The_agency_s_own_are_listed_by_pages_whether_open_or_not_and_the_nation_s_are_not()
    {
        Write(Some.AgencyId, "b", Wednesday.PlusDays(9), new(2026, 2, 28));
        Write(Some.AgencyId, "a", new(2026, 1, 1), new(2026, 1, 2));
        Write(Some.AgencyId, "c", Wednesday, new(2026, 2, 28));
        Write(DocumentOwner.Nation, "n", Wednesday, new(2026, 2, 28));

        var first = (await _world.ReadSurveys.PageAsync(Some.AgencyId, null, 2, default)).Value;
        var last = (await _world.ReadSurveys.PageAsync(Some.AgencyId, first.Next, 2, default)).Value;
        Assert.Equal(["a", "b"], first.Items.Select(one => one.Id.ToString()));
        Assert.Equal(["c"], last.Items.Select(one => one.Id.ToString()));
        Assert.Null(last.Next);
    }

    private void Write(
        DocumentOwner owner, string id, LocalDate opens, LocalDate last, string? unit = null,
        AgencyId? agency = null) =>
        _world.Surveys.Write(owner, new Survey(
            SurveyId.Parse(id).Value, "Survei", opens, last,
            owner.IsNation ? SurveyBreakdown.Agency : SurveyBreakdown.None,
            [new("puas", QuestionKind.Scale, "Puas?", [])],
            unit is null ? [] : [UnitId.Parse(unit).Value], [])
        {
            Agencies = agency is { } named ? [named] : [],
        });

    private async Task AnswerAsync(string person) => Assert.Null((await _world.AnswerSurvey.ExecuteAsync(
        Some.Actor, SurveyId.Parse("sama").Value, Some.Person(person),
        new(GovernmentLevel.Central, [new("puas", 3, null, null)]), default)).Refusal);

    private Task<Result<IReadOnlyList<OpenSurvey>>> OpenAsync() =>
        _world.ReadSurveys.OpenToAsync(Some.AgencyId, Some.Person(), default);

    private async Task<IEnumerable<string>> LinesAsync() => (await OpenAsync()).Value.Select(one =>
        $"{one.Survey.Id} {one.IsNational} {one.AnsweredAt?.ToString() ?? "-"}");
}
