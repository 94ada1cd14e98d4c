using Kinerja.Application.Reports;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Reports;

public sealed class ReadNationalResultsTests
{
    private readonly FakeAgencies _agencies = new();
    private readonly FakeRuns _runs = new();

    [Theory]
    [InlineData(RunState.Gathered, 30, true)]
    [InlineData(RunState.Gathered, 29, false)]
    [InlineData(RunState.Held, 3000, false)]
    [InlineData(RunState.Published, 3000, false)]
    [InlineData(RunState.Final, 3000, false)]
    public async Task A_run_that_stands_still_says_since_when(RunState state, int minutes, bool said)
    {
        await AddAsync(Some.Agency());
        await _runs.AddAsync(Some.Run(state) with { ProgressAt = Some.Morning }, default);

        var found = Assert.Single(await ReadAsync(null, Some.Morning + Duration.FromMinutes(minutes)));

        Assert.Equal(said ? Some.Morning : null, found.StalledSince);
    }

    [Fact]
    public async Task One_agency_that_is_named_is_read_alone_and_one_that_began_later_is_not_there()
    {
        await AddAsync(Some.Agency());
        AppraisalPeriod period = Some.Quarter;
        await AddAsync(new Agency(Some.OtherAgencyId, "BKN", Some.Wit) { BeganOn = period.LastDay.PlusDays(1) });

        Assert.Equal(Some.AgencyId, Assert.Single(await ReadAsync(null)).Agency.Id);
        Assert.Equal(Some.AgencyId, Assert.Single(await ReadAsync(Some.AgencyId)).Agency.Id);
        Assert.Empty(await ReadAsync(Some.OtherAgencyId));
        Assert.Empty(await ReadAsync(AgencyId.Parse("tidak-ada").Value));
    }

    private Task AddAsync(Agency agency) => _agencies.PutAsync(new(agency, null, null), default);

    private async Task<IReadOnlyList<NationalResult>> ReadAsync(AgencyId? only, Instant? now = null) =>
        (await new ReadNationalResults(
            _agencies, _runs, new FakeResultSummaries(), (now ?? Some.Morning).ClockAt())
            .PageAsync(Some.Quarter, only, null, 100, default)).Items;
}
