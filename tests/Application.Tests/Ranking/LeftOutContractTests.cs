using System.Text;
using System.Text.Json;
using Kinerja.Application.Ranking;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Application.Tests.Ranking;

public sealed class LeftOutContractTests
{
    [Fact]
    public void The_excluded_come_by_place_with_every_reason_and_then_the_not_assessed() => Assert.Equal(
        """{"agencyId":"menpanrb","period":"2026-Q1","revision":1,"page":1,"people":[{"employeeId":"peg-0002","place":2,"excludedFromReward":["disciplineServing","newStaff"],"salt":"0aa9a017f8c6f891715e04432790e599"},{"employeeId":"peg-9001","notAssessed":"noRating","salt":"a520050ceb0f790b78e99b6a742e1d05"},{"employeeId":"peg-9002","notAssessed":"noUnitPerformance","salt":"eef31ea6c3368b0438ebf60f09017394"}]}""",
        Encoding.UTF8.GetString(Assert.Single(LeftOutContract.Pages(Some.Run(), Ranking(
            [new(Some.Person("peg-0002"), 2, RewardExclusions.DisciplineServing | RewardExclusions.NewStaff)],
            [
                new(Some.Person("peg-9001"), NotAssessedReason.NoRating),
                new(Some.Person("peg-9002"), NotAssessedReason.NoUnitPerformance)
            ]))).Json.Span));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(500, 1)]
    [InlineData(501, 2)]
    public void Everybody_is_on_one_page_and_nobody_is_a_page_too(int people, int pages)
    {
        var missing = Enumerable.Range(1, people)
            .Select(i => new NotAssessedPerson(Some.Person($"peg-{i:D5}"), NotAssessedReason.NoRating)).ToList();
        var written = LeftOutContract.Pages(Some.Run(), Ranking([], missing));
        Assert.Equal(Enumerable.Range(1, pages), written.Select(p => p.Number));
        Assert.Equal(
            missing.Select(m => $"{m.EmployeeId}"),
            written.SelectMany(p => JsonDocument.Parse(p.Json).RootElement.GetProperty("people").EnumerateArray())
                .Select(p => p.GetProperty("employeeId").GetString()));
    }

    private static AgencyRanking Ranking(
        IReadOnlyList<ExcludedPerson> excluded, IReadOnlyList<NotAssessedPerson> missing) =>
        new([], missing, excluded, Cap: 0, InTopShare: 0, TiedAtCap: 0, RankingPolicy.Default.Version);
}
