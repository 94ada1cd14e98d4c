using Kinerja.Domain;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Tests.Runs;

public sealed class ListRunsTests
{
    [Fact]
    public async Task Every_revision_is_listed_once_the_one_planned_last_first()
    {
        var world = new World();
        world.Add(Some.Agency());
        var runs = Enumerable.Range(0, 7).Select(i => Some.Run() with
        {
            Period = new Quarter(2026, 1 + (i % 3)),
            Revision = 1 + (i / 3),
            PlannedAt = Some.Morning + Duration.FromDays(i * 5 % 7),
        }).ToList();
        foreach (var run in runs)
        {
            Assert.True(await world.Runs.AddAsync(run, CancellationToken.None));
        }

        var (seen, after) = (new List<EvaluationRun>(), default(string?));
        do
        {
            var page = (await world.ReadRun.ListAsync(Some.AgencyId, after, 3, CancellationToken.None)).Value;
            Assert.InRange(page.Items.Count, 1, 3);
            (seen, after) = ([.. seen, .. page.Items], page.Next);
        }
        while (after is not null);

        Assert.Equal(runs.OrderByDescending(r => r.PlannedAt), seen);
        Refused.Is(
            RefusalCodes.UnknownAgency,
            await world.ReadRun.ListAsync(Some.OtherAgencyId, null, 3, CancellationToken.None));
    }
}
