using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Domain.Tests.Evaluation;

public sealed class RewardFactsTests
{
    // The quarter ends with 30 June: 1 July is the day after. Whole months only, the same day a year on is twelve.
    [Theory]
    [InlineData("2025-07-01", 12)]
    [InlineData("2025-07-02", 11)]
    [InlineData("2026-06-30", 0)]
    [InlineData("2026-07-15", 0)]
    [InlineData("2026-09-01", 0)]
    [InlineData("2020-02-29", 76)]
    [InlineData(null, null)]
    public void Months_in_service_are_whole_ones_up_to_the_periods_end(string? started, int? months)
    {
        var day = started is null ? (LocalDate?)null : LocalDatePattern.Iso.Parse(started).Value;
        var person = Some.Employee() with { StartedOn = day, Discipline = DisciplineStatus.InProcess };
        Assert.Equal(new RewardFacts(DisciplineStatus.InProcess, months), RewardFacts.Of(person, Some.Quarter.EndDay));
    }
}
